import type { Api, LivePages } from '#http/api.ts'
import { addDemoMailbox } from '#http/demo-mailbox.ts'
import { addDemoPage } from '#http/demo-page.ts'
import type { Installation } from '../installation.ts'
import { VERSION } from '../version.ts'
import { demoMailbox } from './mailbox.ts'
import { demoPageState } from './page-state.ts'
import { MERCHANT } from './sample-merchant.ts'

/** Adds the demo's pages to the application; they hear of every change at its commit, as the console does. */
export function openDemoPage(app: Api, { config, deps }: Installation, live: LivePages): void {
  const footer = `Millrace ${VERSION} · data folder ${config.dataFolder}`
  addDemoMailbox(app, demoMailbox(deps, MERCHANT.id, footer))
  addDemoPage(app, {
    state: () => demoPageState(deps, MERCHANT.id, footer),
    onChange: (changed) => live.onChange(MERCHANT.id, changed),
  })
}
