import { type Checked, checkedAs, collectFaults, findTwice } from '../settings/faults.ts'
import { type Channel, channelFaults } from './channel.ts'

/** Most channels of one merchant. */
export const MOST_CHANNELS = 100

/** What must hold to make this the list of channels (H3, X4); `used` are the codes of those of which orders are here: they stay. */
export function checkChannels(entered: readonly Channel[], used: ReadonlySet<string>): Checked<Channel[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_CHANNELS, 'channels', `may have at most ${MOST_CHANNELS} entries`)
  entered.slice(0, MOST_CHANNELS).forEach((channel, at) => {
    channelFaults(channel, `channels[${at}].`, faults)
  })
  const codes = entered.map(({ code }) => code)
  findTwice(codes, (at) => `channels[${at}].code`, faults)
  for (const code of used)
    if (!codes.includes(code)) faults.add('channels', `must keep the channel ${code}: orders of it are here`)
  return checkedAs([...entered], faults)
}
