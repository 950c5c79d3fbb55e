import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#main/config.ts'
import { noteRunning } from '#main/demo/running.ts'
import * as sample from '#main/demo/sample-merchant.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { cliOn } from './cli.ts'
import { makeDatabase, type TestDatabase } from './database.ts'

/** The command line on a database of the operator's, and a simulated Amazon on the real clock. */
export async function openBench() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mr-cli-'))
  const files = mkdtempSync(join(tmpdir(), 'mr-files-'))
  const database = await makeDatabase()
  const simulator = await startSimulator({ clock: 'real' })
  simulator.control.setLag({ fixed: 0 })
  const running = (address: string | null) =>
    noteRunning(readConfig({ MILLRACE_DATA_FOLDER: dataFolder }), { simulator: simulator.url, address })
  running(null)
  const cli = cliOn(dataFolder, addressesOf(database))
  const file = (name: string, content: unknown): string => {
    const path = join(files, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  return {
    ...cli,
    dataFolder,
    database,
    control: simulator.control,
    /** Notes where the demo listens, as its server does. */
    running,
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
      await database.close()
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

/** The settings that name a database to a program. */
export const addressesOf = (database: TestDatabase): Record<string, string> => ({
  DATABASE_OWNER_URL: addressOf(database.ownerConfig),
  DATABASE_URL: addressOf(database.appConfig),
  DATABASE_VAULT_URL: addressOf(database.vaultConfig),
})

const addressOf = ({ user, database, host, port }: TestDatabase['appConfig']): string =>
  `postgres://${user}@localhost/${database}?${new URLSearchParams({ host: String(host), port: String(port) })}`
