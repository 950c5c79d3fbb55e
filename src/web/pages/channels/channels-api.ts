import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { useRows } from '../../parts/use-rows.ts'

export type Channel = components['schemas']['Channel']

/** The channels beside Amazon. */
export const useChannels = () =>
  useRows<Channel>(['channels'], (signal) => answer(api.GET('/api/v1/channels', { signal })))

/** Fetches again whatever shows channels. */
export const channelsChanged = () => queries.invalidateQueries({ queryKey: ['channels'] })
