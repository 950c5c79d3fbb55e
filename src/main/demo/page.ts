import type { Api } from '#http/api.ts'
import { addDemoMailbox } from '#http/demo-mailbox.ts'
import { addDemoPage } from '#http/demo-page.ts'
import { listen } from '#store/listen.ts'
import type { Installation } from '../installation.ts'
import { VERSION } from '../version.ts'
import { demoMailbox } from './mailbox.ts'
import { demoPageState } from './page-state.ts'
import { MERCHANT } from './sample-merchant.ts'

/** Where a committed import tells the pages that watch (see store/record-import.ts). */
const LIVE_CHANNEL = 'millrace_live'

/** Adds the demo's page to the application, told of every import at its commit. Gives what ends the listening. */
export function openDemoPage(app: Api, { config, deps, shop }: Installation): () => void {
  const watchers = new Set<() => void>()
  const listening = listen(shop.pool, LIVE_CHANNEL, () => {
    for (const changed of watchers) changed()
  })
  const footer = `Millrace ${VERSION} · data folder ${config.dataFolder}`
  addDemoMailbox(app, demoMailbox(deps, MERCHANT.id, footer))
  addDemoPage(app, {
    state: () => demoPageState(deps, MERCHANT.id, footer),
    onChange(changed) {
      watchers.add(changed)
      return () => void watchers.delete(changed)
    },
  })
  return () => listening.close()
}
