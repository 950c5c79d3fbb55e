import type { Command } from 'commander'
import type { Result } from '#core/problems.ts'
import type { Correction } from '#core/shipments/correct-package.ts'
import { correctPackage } from '#flows/correct-package.ts'
import { voidPackage } from '#flows/void-package.ts'
import { readCount } from '../arguments.ts'
import { aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print } from '../table.ts'
import { packageLines, packagesOf } from '../write-packages.ts'

type Typed = MerchantOptions & {
  readonly carrier?: string
  readonly service?: string
  /** False for `--no-tracking`. */
  readonly tracking?: string | false
  readonly date?: string
}

/** Adds `package`: packages that were entered, corrected and voided (S2). */
export function packageCommand(program: Command): void {
  const noun = program.command('package').description('packages of an order: list, correct, void')
  aboutMerchant(
    noun.command('list <order>').description('the packages of an order, and how far each is at Amazon'),
  ).action((order: string, options: MerchantOptions) => atDesk(options, (desk) => show(desk, options, order)))
  aboutMerchant(noun.command('correct <order>').description('correct the label of a package; Amazon is told again'))
    .argument('<package>', 'its number in the order', readCount)
    .option('--carrier <name>', 'the carrier')
    .option('--service <text>', 'the service')
    .option('--tracking <number>', 'the tracking number')
    .option('--no-tracking', 'it has no tracking number')
    .option('--date <date>', 'when it left')
    .action((order: string, number: number, options: Typed) =>
      atDesk(options, async (desk) => {
        const correction = correctionOf(options)
        const named = { order, number, who: WHO, correction }
        await tell(desk, options, await correctPackage(desk.deps, desk.merchant.id, named))
      }),
    )
  aboutMerchant(noun.command('void <order>').description('take back a package that never left, before Amazon is told'))
    .argument('<package>', 'its number in the order', readCount)
    .action((order: string, number: number, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        await tell(desk, options, await voidPackage(desk.deps, desk.merchant.id, { order, number, who: WHO }))
      }),
    )
}

function correctionOf({ carrier, service, tracking, date }: Typed): Correction {
  const correction = {
    ...(carrier === undefined ? {} : { carrier }),
    ...(service === undefined ? {} : { service }),
    ...(tracking === undefined ? {} : { tracking: tracking === false ? null : tracking }),
    ...(date === undefined ? {} : { shippedAt: date }),
  }
  if (Object.keys(correction).length > 0) return correction
  throw new CliRefusal('Say what is to be corrected: --carrier, --service, --tracking, --no-tracking or --date.', 2)
}

const tell = async (
  desk: Desk,
  options: MerchantOptions,
  result: Result<{ readonly orderId: number }>,
): Promise<void> => show(desk, options, String(goodValue(result).orderId))

async function show(desk: Desk, options: MerchantOptions, order: string): Promise<void> {
  const found = await packagesOf(desk, order)
  const { orderId, amazonOrderId, stage } = found.order
  const head = `Order ${orderId} (${amazonOrderId}) is in stage [${stage}].`
  print(options, {
    json: { orderNumber: orderId, amazonOrderId, stage, packages: found.packages },
    lines: [head, '', ...packageLines(found, desk)],
  })
}
