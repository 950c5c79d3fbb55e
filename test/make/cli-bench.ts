import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#main/config.ts'
import { noteRunning } from '#main/demo/running.ts'
import * as sample from '#main/demo/sample-merchant.ts'
import { startEmbedded } from '#main/embedded/start.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { cliOn } from './cli.ts'

/** For throw-away data only: nothing is forced to the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** A data folder whose database runs, so that each command joins it quickly, and a simulated Amazon on the real clock. */
export async function openBench() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mr-cli-'))
  const files = mkdtempSync(join(tmpdir(), 'mr-files-'))
  const database = await startEmbedded({ dataFolder, settings: FAST })
  const simulator = await startSimulator({ clock: 'real' })
  simulator.control.setLag({ fixed: 0 })
  noteRunning(readConfig({ MILLRACE_DATA_FOLDER: dataFolder }), { simulator: simulator.url, address: null })
  const cli = cliOn(dataFolder)
  const file = (name: string, content: unknown): string => {
    const path = join(files, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  return {
    ...cli,
    dataFolder,
    control: simulator.control,
    /** Writes a JSON file for a command to read. */
    file,
    /** An order that Amazon has had for a quarter of an hour, so that the next sweep sees it. */
    placed: (draft: Parameters<typeof simulator.control.placeOrder>[0]) =>
      simulator.control.placeOrder({ createdAt: Date.now() - 900_000, ...draft }),
    /** The merchant HRBOR, as an operator would type it. */
    addMerchant: () => cli.ok(['merchant', 'add', '--id', 'HRBOR', ...HARBOR]),
    /** What the sample merchant sells and how it ships, from files of the API's shapes. */
    async configure() {
      await cli.ok(['item', 'save', file('items.json', { items: sample.ITEMS })])
      await cli.ok(['mapping', 'save', file('mappings.json', { mappings: sample.MAPPINGS })])
      await cli.ok(['center', 'save', file('centers.json', { centers: sample.CENTERS })])
      await cli.ok(['stock', 'save', file('stock.json', { stock: sample.STOCK })])
      await cli.ok(['method', 'save', file('methods.json', { methods: sample.METHODS })])
    },
    saveShipping: () => cli.ok(['settings', 'save', 'shipping', file('shipping.json', sample.SHIPPING)]),
    async close() {
      await simulator.close()
      await database.stop()
      for (const folder of [dataFolder, files]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

const HARBOR = [
  ...['--name', 'Harbor Goods', '--owner', 'owner@harbor-goods.example'],
  ...['--owner', 'owner@harbor.example'],
  ...['--time-zone', 'America/New_York', '--currency', 'USD', '--weight-unit', 'lb'],
  ...['--street', '10 Pier Road', '--city', 'Portland', '--state', 'ME', '--postal-code', '04101', '--country', 'US'],
]
