import type { Command } from 'commander'
import { writeInstant } from '#contract/parts.ts'
import type { ConnectionId } from '#core/ids.ts'
import { pauseImporting, startImporting } from '#flows/start-importing.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print } from '../table.ts'

/** A connection by its name; not needed when there is only one. */
export type WantedConnection = MerchantOptions & { connection?: string }

/** Adds `start` and `pause`: importing orders of a connection (C9). */
export function startCommands(program: Command): void {
  withConnection(program.command('start').description('start importing orders, or go on after a pause')).action(
    (options: WantedConnection) =>
      atDesk(options, async (desk) => {
        const id = await chooseConnection(desk, options)
        const { from } = goodValue(await startImporting(desk.deps, desk.merchant.id, id))
        print(options, {
          json: { connection: id, importing: true, from: writeInstant(from) },
          lines: [
            `${id} imports orders placed from ${desk.time(from)} on. Where it had been paused, it goes on where it stopped.`,
            'The server does the work (npm start); ./millrace run does what is due once.',
          ],
        })
      }),
  )
  withConnection(program.command('pause').description('pause importing orders; nothing is lost by it')).action(
    (options: WantedConnection) =>
      atDesk(options, async (desk) => {
        const id = await chooseConnection(desk, options)
        goodValue(await pauseImporting(desk.deps, desk.merchant.id, id))
        print(options, {
          json: { connection: id, importing: false },
          lines: [`${id} imports nothing until ./millrace start. Nothing is lost by it.`],
        })
      }),
  )
}

/** Adds `--connection`, `--merchant` and `--json`. */
export const withConnection = (command: Command): Command =>
  aboutMerchant(command).option('--connection <id>', 'such as na-A3HARBORGOODS; not needed when there is only one')

/** The connection named, or the only one. */
export async function chooseConnection(
  { merchant, store }: Desk,
  { connection }: WantedConnection,
): Promise<ConnectionId> {
  const all = (await store((tx) => tx.listConnections())).map((each) => each.id)
  const found = connection === undefined && all.length === 1 ? all[0] : all.find((id) => id === connection)
  if (found) return found
  if (all.length === 0) throw new CliRefusal(`${merchant.id} is not connected yet. ./millrace connect --help says how.`)
  if (connection !== undefined)
    throw new CliRefusal(`${merchant.id} has no connection [${connection}]. Connections: ${all.join(', ')}.`)
  throw new CliRefusal(`${merchant.id} has ${all.length} connections. Say which: --connection ${all.join(' or ')}.`)
}
