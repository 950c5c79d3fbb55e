import type { Command } from 'commander'
import { writeInstant } from '#contract/parts.ts'
import type { Result } from '#core/problems.ts'
import type { Installation } from '#main/installation.ts'
import { goodValue, WHO, withInstallation, withJson } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { addressOf } from '../shown-links.ts'
import { print, table, utcTime } from '../table.ts'

type Options = { readonly json?: boolean }
type SignIn = Awaited<ReturnType<typeof signInOf>>
/** Of what came of a try, what a person would not understand as it is kept. */
const OUTCOMES: Readonly<Record<string, string>> = { next: 'right, second factor asked' }
type LookedAfter = { readonly email: string; readonly who: string }

/** Adds to `user`: how somebody signs in, for who looks after the deployment: reset, unlock, disable, enable, sessions (U6, D10, D12). */
export function userCommand(program: Command): void {
  const noun =
    program.commands.find((each) => each.name() === 'user') ??
    program.command('user').description('people: invite, list, change, remove, hand over, and how they sign in')
  withJson(noun.command('reset <e-mail>').description('print a link with which a person sets a new password')).action(
    (email: string, options: Options) => withInstallation((installation) => reset(installation, email, options)),
  )
  addAct(noun, {
    name: 'unlock',
    about: 'let somebody try again who was locked after ten wrong tries',
    work: (signIn, asked) => signIn.unlock(asked),
    said: 'may try again.',
  })
  addAct(noun, {
    name: 'disable',
    about: 'shut somebody out of the whole deployment, at once',
    work: (signIn, asked) => signIn.disable(asked),
    said: 'is shut out: all sessions and links have ended, and keys of theirs rest.',
  })
  addAct(noun, {
    name: 'enable',
    about: 'let somebody in again who was disabled',
    work: (signIn, asked) => signIn.enable(asked),
    said: 'may sign in again.',
  })
  addAct(noun, {
    name: 'forget-factors',
    about: 'for somebody who lost phone, passkeys and recovery codes: the next sign-in sets up a new factor',
    work: (signIn, asked) => signIn.forgetFactors(asked),
    said: 'has no second factor any more; the next sign-in sets one up. Make sure that it is really them.',
  })
  addSessions(noun)
}

type Act = {
  readonly name: string
  readonly about: string
  readonly said: string
  work(signIn: SignIn, asked: LookedAfter): Promise<Result<void>>
}

function addAct(noun: Command, { name, about, said, work }: Act): void {
  withJson(noun.command(`${name} <e-mail>`).description(about)).action((email: string, options: Options) =>
    withInstallation(async (installation) => {
      goodValue(await work(await signInOf(installation), { email, who: WHO }))
      print(options, { json: { email, done: name }, lines: [`${email} ${said}`] })
    }),
  )
}

async function reset(installation: Installation, email: string, options: Options): Promise<void> {
  const secret = await (await signInOf(installation)).makeReset({ email, who: WHO })
  if (secret === null) throw new CliRefusal(`There is no user [${email}], or they are disabled.`)
  const link = addressOf(installation, `/reset#${secret}`)
  const lines = [
    `Hand this link to ${email} yourself. It is good once, for an hour; the second factor is still asked for.`,
    '',
    link,
  ]
  print(options, { json: { email, link }, lines })
}

function addSessions(noun: Command): void {
  withJson(noun.command('sessions <e-mail>').description('where somebody is signed in, and the last sign-ins'))
    .option('--end', 'end all of them at once')
    .action((email: string, options: Options & { readonly end?: boolean }) =>
      withInstallation(async (installation) => {
        const signIn = await signInOf(installation)
        if (options.end) goodValue(await signIn.endAllSessions({ email, who: WHO }))
        const { userId } = goodValue(await signIn.findUser(email))
        const sessions = await signIn.sessions(userId)
        const history = await signIn.history(userId, 20)
        print(options, {
          json: {
            email,
            sessions: sessions.map(({ createdAt, lastUsedAt, address, agent }) => ({
              signedInAt: writeInstant(createdAt),
              lastUsedAt: writeInstant(lastUsedAt),
              address,
              browser: agent,
            })),
            signIns: history.map(({ at, agent, ...rest }) => ({ at: writeInstant(at), ...rest, browser: agent })),
          },
          lines: [
            ...(sessions.length === 0
              ? [`${email} is signed in nowhere.`]
              : table(
                  ['Signed in', 'Last used', 'From', 'With'],
                  sessions.map((each) => [utcTime(each.createdAt), utcTime(each.lastUsedAt), each.address, each.agent]),
                )),
            '',
            ...table(
              ['Tried', 'By', 'Outcome', 'From', 'With'],
              history.map((each) => [
                utcTime(each.at),
                each.how,
                OUTCOMES[each.outcome] ?? each.outcome,
                each.address,
                each.agent,
              ]),
            ),
          ],
        })
      }),
    )
}

/** A person belongs to no one time zone: UTC. */
async function signInOf({ shop, deps }: Installation) {
  const { composeSignIn } = await import('#main/compose-sign-in.ts')
  return composeSignIn(shop.pool, deps)
}
