import type { Command } from 'commander'
import type { CarriedFile, SubmissionKind } from '#core/shipments/submission.ts'
import { type LeftOut, takePriceFile } from '#flows/carry-price-file.ts'
import { atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { said } from '../said.ts'
import { chooseConnection, withConnection } from './start.ts'

type Out = MerchantOptions & { readonly out?: string }
type Wanted = Out & { connection?: string; marketplace?: string; complete?: boolean }
type Give = (options: Out, file: CarriedFile<SubmissionKind>, lines: readonly string[]) => void

/** Adds `file price-and-quantity`: stock and prices for Seller Central by hand (H2). */
export function priceFileCommand(noun: Command, give: Give): void {
  withConnection(
    noun
      .command('price-and-quantity')
      .description('write stock and prices that changed into a price-and-quantity file, and take them over'),
  )
    .option('--out <path>', 'where to write it; without it, it is shown')
    .option('--marketplace <id>', 'the marketplace; not needed when there is only one')
    .option('--complete', 'everything, not only what changed')
    .action((options: Wanted) =>
      atDesk(options, async (desk) => {
        const connection = await chooseConnection(desk, options)
        const { marketplace: marketplaceId = null, complete = false } = options
        const wish = { connection, marketplaceId, complete, who: WHO }
        const { file, leftOut, more } = goodValue(await takePriceFile(desk.deps, desk.merchant.id, wish))
        give(options, file, [
          `File ${file.submissionId} has ${file.messages} SKUs for ${file.marketplaceId}.`,
          ...leftOut.map(leftOutLine),
          ...(more ? ['More SKUs wait than one file may hold: take another one.'] : []),
          'Upload it in Seller Central: Catalog, Add Products via Upload, as a Price & Quantity file. Then download its processing report and read it in:',
          `./millrace file report REPORT --submission ${file.submissionId}`,
        ])
      }),
    )
}

const WHY = {
  held: 'waits for your approval',
  'fulfilled-by-amazon': 'Amazon ships it',
  'channel-unread': 'its channel was never read',
  'always-available': 'no file can say "always available"',
  'sku-not-by-file': 'no file can hold this SKU',
} as const

const leftOutLine = ({ sellerSku, field, why, problem }: LeftOut): string =>
  `  left out: the ${field} of [${sellerSku}]: ${problem ? said(problem) : WHY[why]}`
