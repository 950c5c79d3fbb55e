import type { Command } from 'commander'
import { writeReview, writeSigned, writeSignedWhole } from '#contract/access-review.ts'
import type { ReviewLine } from '#core/people/access-review.ts'
import { readReview, signReview } from '#flows/review-access.ts'
import { askYes } from '../ask-yes.ts'
import { AS_OPERATOR, aboutMerchant, atDesk, type Desk, goodValue, type MerchantOptions } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

type Signing = MerchantOptions & { readonly revoke?: readonly string[]; readonly yes?: boolean }

/** Adds `review`: the access review, one list of who may what, signed every 90 days (D11). */
export function reviewCommand(program: Command): void {
  const noun = program.command('review').description('who has access: show the list, sign it, read what was signed')
  aboutMerchant(noun.command('show').description('everybody and everything that has access now')).action(
    (options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const open = await readReview(desk.deps, desk.merchant.id)
        print(options, {
          json: writeReview(open, desk.deps.now()),
          lines: [...linesOf(open.lines, desk), '', due(open.dueAt, desk)],
        })
      }),
  )
  aboutMerchant(noun.command('sign').description('sign the list: all that is not revoked is kept'))
    .option('--revoke <who...>', 'addresses of users and ids of keys whose access ends now')
    .option('--yes', 'do not ask')
    .action((options: Signing) => atDesk(options, (desk) => sign(options, desk)))
  addSigned(noun)
}

async function sign(options: Signing, desk: Desk): Promise<void> {
  const { deps, merchant } = desk
  const open = await readReview(deps, merchant.id)
  const isNamed = (line: ReviewLine) => (who: string) => [line.id, line.name.toLowerCase()].includes(who.toLowerCase())
  const unknown = options.revoke?.find((who) => !open.lines.some((line) => isNamed(line)(who)))
  if (unknown !== undefined) throw new CliRefusal(`[${unknown}] is not on the list. ./millrace review show`)
  const decisions = open.lines.map((line) => ({
    kind: line.kind,
    id: line.id,
    decision: options.revoke?.some(isNamed(line)) ? ('revoke' as const) : ('keep' as const),
  }))
  const ending = decisions.filter(({ decision }) => decision === 'revoke').length
  if (!options.yes) {
    for (const line of linesOf(open.lines, desk)) console.error(line)
    const asked = `Sign this list? ${count(decisions.length - ending, 'line is', 'lines are')} kept, ${ending} revoked at once.`
    if (!(await askYes(asked))) throw new CliRefusal('Nothing was signed.')
  }
  const { reviewId } = goodValue(
    await signReview(deps, merchant.id, { asker: AS_OPERATOR, version: open.version, decisions }),
  )
  print(options, {
    json: { reviewId, kept: decisions.length - ending, revoked: ending },
    lines: [
      `Review ${reviewId} is signed: ${decisions.length - ending} kept, ${ending} revoked. It stays readable: ./millrace review read ${reviewId}`,
    ],
  })
}

function addSigned(noun: Command): void {
  aboutMerchant(noun.command('list').description('reviews that were signed, the newest first')).action(
    (options: MerchantOptions) =>
      atDesk(options, async ({ store, time }) => {
        const all = await store((tx) => tx.listAccessReviews({ after: null, limit: 100 }))
        const rows = all
          .map(writeSigned)
          .map((each) => [each.reviewId, time(Date.parse(each.signedAt)), each.signedBy, each.kept, each.revoked])
        const lines =
          all.length === 0 ? ['None was signed yet.'] : table(['Review', 'Signed', 'By', 'Kept', 'Revoked'], rows)
        print(options, { json: { reviews: all.map(writeSigned) }, lines })
      }),
  )
  aboutMerchant(noun.command('read <review>').description('what a signed review said')).action(
    (number: string, options: MerchantOptions) =>
      atDesk(options, async (desk) => {
        const id = /^\d{1,15}$/.test(number) ? Number(number) : 0
        const found = await desk.store((tx) => tx.findAccessReview(id))
        if (!found) throw new CliRefusal(`There is no review [${number}]. ./millrace review list shows them.`)
        const lines = found.lines.map((line) => ({ ...line, remarks: [line.decision.toUpperCase(), ...line.remarks] }))
        const head = `Review ${number}, signed by ${found.signedBy} on ${desk.time(found.signedAt)}`
        print(options, { json: writeSignedWhole(found), lines: [head, '', ...linesOf(lines, desk)] })
      }),
  )
}

function linesOf(lines: readonly ReviewLine[], { time }: Desk): string[] {
  if (lines.length === 0) return ['Nobody has access.']
  const rows = lines.map((line) => [
    line.kind === 'key' ? `key ${line.id}` : line.name,
    line.kind === 'key' ? line.name : line.owner ? 'owner' : line.groups.join(', '),
    line.may.join(', '),
    line.pii.length === 0 ? '' : line.piiActs ? 'open' : 'given, closed',
    line.lastSeenAt === null ? 'never' : time(line.lastSeenAt),
    line.remarks.join('; '),
  ])
  return table(['Who', '', 'May', 'Buyer data', 'Last seen', 'Note'], rows)
}

function due(dueAt: number | null, { deps, time }: Desk): string {
  if (dueAt === null) return 'No review is due: nobody has access.'
  const [day] = time(dueAt).split(' ')
  return dueAt <= deps.now()
    ? `A review was due on ${day}: ./millrace review sign`
    : `The next review is due on ${day}.`
}
