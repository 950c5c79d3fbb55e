import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { writeImport, writeImportRow } from '#contract/imports.ts'
import { bringOrderReport } from '#flows/bring-order-report.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { said } from '../said.ts'
import { print, table } from '../table.ts'

const MOST_SHOWN = 500

/** Adds `file orders` and `file orders-of`: Seller Central's order report by hand (H1). */
export function orderReportCommands(noun: Command): void {
  aboutMerchant(noun.command('orders <path>').description('read an order report of Seller Central in')).action(
    (path: string, options: MerchantOptions) => {
      const brought = { bytes: readBytes(path), fileName: basename(path), who: WHO }
      return atDesk(options, async ({ deps, merchant }) => {
        const made = goodValue(await bringOrderReport(deps, merchant.id, brought))
        print(options, {
          json: writeImport(made),
          lines: [
            `Import ${made.importId} has ${made.rowsRead} orders. The server imports them (npm start); ./millrace run does what is due once.`,
            `What became of each: ./millrace file orders-of ${made.importId}`,
          ],
        })
      })
    },
  )
  aboutMerchant(noun.command('orders-of').description('what became of each order of a report'))
    .argument('<import>', 'its number', readCount)
    .action((importId: number, options: MerchantOptions) =>
      atDesk(options, async ({ store }) => {
        const found = await store((tx) => tx.findImport(importId))
        if (found?.kind !== 'order-report')
          throw new CliRefusal(`There is no order report with the number ${importId}.`)
        const asked = { importId, outcome: null, unlinks: false, after: null, limit: MOST_SHOWN }
        const rows = await store((tx) => tx.listImportRows(asked))
        print(options, {
          json: { ...writeImport(found), orders: rows.map((row) => writeImportRow(row, found)) },
          lines: [
            `${found.fileName}: ${found.state}.`,
            '',
            ...table(
              ['Row', 'Amazon order', 'Outcome', 'Why'],
              rows.map(({ row, target, outcome, problem }) => [
                row,
                target,
                outcome ?? 'waits',
                problem && said(problem.problem),
              ]),
            ),
          ],
        })
      }),
    )
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new CliRefusal(`The file ${path} ${why}.`)
  }
}
