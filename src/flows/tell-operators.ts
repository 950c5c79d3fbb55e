import { SECRET_LADDER, stepBefore } from '#core/notifications/authorization-ladder.ts'
import { type Letter, writeMail } from '#core/notifications/write-mail.ts'
import { tell } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** Longer than the longest try: a mail whose try died is tried again then. */
const TRY_LASTS = 10 * 60_000

/** Something that operators are told once, under a name that stays while it is so. */
type Thing = { readonly name: string; readonly subject: string; readonly lines: readonly string[] }

/**
 * Tells the operators by mail what is wrong with the deployment and which client secret will lapse: each of them once, whoever runs this and
 * how many merchants are hurt by it (C5). A mail is done when the server took it; a crash between the two sends it once more, under its name.
 * Gives how many were not taken.
 */
export async function tellOperators(deps: Deps): Promise<number> {
  const things = [...(await problemsToTell(deps)), ...(await secretsToTell(deps))]
  if (things.length === 0) return 0
  for (const thing of things) await alarmOnce(deps, thing)
  let left = 0
  for (const address of await deps.deployment.listOperators())
    for (const thing of things) if (!(await tellOne(deps, address, thing))) left++
  return left
}

/** The log has each thing once too, and with nobody to mail to it is the only one to tell. */
async function alarmOnce(deps: Deps, { name: thing, subject }: Thing): Promise<void> {
  const at = deps.now()
  if (!(await deps.deployment.takeTelling({ address: THE_LOG, thing, at, until: at }))) return
  deps.log.alarm(`Operators are needed: ${subject}.`, { thing })
  await deps.deployment.operatorTold({ address: THE_LOG, thing, at })
}

const THE_LOG = 'the log'

async function tellOne(deps: Deps, address: string, { name: thing, subject, lines }: Thing): Promise<boolean> {
  const at = deps.now()
  if (!(await deps.deployment.takeTelling({ address, thing, at, until: at + TRY_LASTS }))) return true
  const letter: Letter = { subject: `Millrace: ${subject}`, lines, entries: [], more: 0, foot: [] }
  const name = deps.fingerprint(`${address} ${thing}`)
  const sent = await deps.mails.send({ ...writeMail(letter), name, to: address, writtenAt: at })
  if (sent.ok) await deps.deployment.operatorTold({ address, thing, at: deps.now() })
  else deps.log.alarm('An operator could not be told by mail.', { code: sent.problem.code })
  return sent.ok
}

async function problemsToTell(deps: Deps): Promise<Thing[]> {
  const open = await deps.deployment.listDeploymentProblems()
  return open.map(({ subject, problem, since }) => ({
    name: `problem ${problem.code} ${subject} ${since}`,
    subject: `the deployment needs you (${subject})`,
    lines: [tell(problem).sentence, ...(MENDS[problem.code] ?? [])],
  }))
}

const MENDS: Readonly<Record<string, readonly string[]>> = {
  'application-secret-refused': [
    'Every merchant of the region waits; nothing is lost. Make a new secret in the Solution Provider Portal, and then:',
    './millrace secret add --region REGION; ./millrace secret test --region REGION; ./millrace secret promote --region REGION',
    'It goes on by itself within a minute; nothing need be started anew.',
  ],
}

async function secretsToTell(deps: Deps): Promise<Thing[]> {
  const today = { now: deps.now(), timeZone: 'UTC' }
  return (await deps.deployment.listSecrets()).flatMap(({ region, slot, lapsesOn }) => {
    const step = lapsesOn === null ? null : stepBefore(lapsesOn, SECRET_LADDER, today)
    if (!step) return []
    const when = step.daysLeft < 0 ? `lapsed on ${lapsesOn}` : `lapses on ${lapsesOn}, in ${step.daysLeft} days`
    return [
      {
        name: `secret ${region} ${slot} ${lapsesOn} step ${step.step}`,
        subject: `the client secret of region ${region} ${when}`,
        lines: [
          `The ${slot} client secret of the application of region ${region} ${when}. After it no merchant of the region can be served.`,
          `Make a new one in the Solution Provider Portal, and then: ./millrace secret add --region ${region}`,
        ],
      },
    ]
  })
}
