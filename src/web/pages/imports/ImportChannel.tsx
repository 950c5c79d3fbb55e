import { Select, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answer, api } from '../../api.ts'
import { tell, tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { channelWords } from '../../words/channels.ts'
import { importWords } from '../../words/imports.ts'
import { useChannels } from '../channels/channels-api.ts'
import type { Import } from './import-standing.ts'
import { importAt, importsChanged } from './imports-api.ts'

const say = channelWords.choose
/** The heading under which each order says its channel. */
const NAMES_IT = /channel[\s_]*partner[\s_]*code$/i

/** From which channel orders come that name none: a person says so before they are placed (H3). */
export const ImportChannel = ({ found }: { readonly found: Import }) =>
  found.kind === 'channel-orders' && found.state === 'previewed' ? <Choice found={found} /> : null

function Choice({ found }: { readonly found: Import }) {
  const { rows, isPending } = useChannels()
  const may = useMay('items:write')
  const choose = useMutation({
    mutationFn: (channel: string) =>
      answer(api.PUT('/api/v1/imports/{import}/options', { ...importAt(found.import), body: { channel } })),
    onSuccess: async () => {
      await importsChanged()
      tell(importWords.columns.changed)
    },
    onError: tellError,
  })
  const names = found.columns.some(({ header }) => NAMES_IT.test(header))
  if (isPending) return null
  if (rows.length === 0)
    return (
      <Text size="sm" mt="xs">
        {say.none}{' '}
        <Link to="/orders/channels" className="quiet-link">
          {say.add}
        </Link>
      </Text>
    )
  return (
    <Select
      mt="xs"
      w={320}
      maw="100%"
      label={names ? say.labelOthers : say.label}
      description={names ? say.aboutOthers : say.about}
      placeholder={say.placeholder}
      disabled={!may || choose.isPending}
      data={rows.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      value={found.channel}
      allowDeselect={false}
      onChange={(next) => next && next !== found.channel && choose.mutate(next)}
    />
  )
}
