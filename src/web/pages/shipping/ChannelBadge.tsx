import { Badge } from '@mantine/core'
import { shippingWords as say } from '../../words/shipping.ts'

/** Where an order was ordered; nothing for Amazon, where most come from. */
export const ChannelBadge = ({ channel }: { readonly channel: string }) =>
  channel === 'amazon' ? null : (
    <Badge variant="default" size="sm" tt="none">
      {say.channelName(channel)}
    </Badge>
  )
