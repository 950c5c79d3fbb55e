import type { Command } from 'commander'
import { writeProblem } from '#contract/problem.ts'
import { whereIsOrder } from '#flows/where-is-order.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { said } from '../said.ts'
import { print } from '../table.ts'

/** Adds `where`: where an Amazon order is, and why (O19). */
export function whereCommand(program: Command): void {
  aboutMerchant(
    program
      .command('where <amazon-order>')
      .description('where an Amazon order is, and why; one never seen is asked for once at Amazon'),
  ).action((amazonOrderId: string, options: MerchantOptions) =>
    atDesk(options, async ({ deps, merchant }) => {
      const found = goodValue(await whereIsOrder(deps, merchant.id, { amazonOrderId, who: WHO }))
      const { documentId, problems } = found
      print(options, {
        json: { ...found, problems: problems.map(writeProblem) },
        lines: [
          `${amazonOrderId}: ${found.sentence}`,
          ...problems.map((each) => `  ${said(each)}`),
          ...(documentId === null ? [] : [`More: ./millrace errors show ${documentId}`]),
        ],
      })
    }),
  )
}
