import type { Command } from 'commander'
import { withInstallation, withJson } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { count, print, table } from '../table.ts'

/** Adds `run`, `migrate` and `version`: what concerns the program itself. */
export function runCommands(program: Command): void {
  withJson(
    program.command('run').description('do once everything that is due now: sweeps, imports, held orders'),
  ).action((options: { json?: boolean }) =>
    withInstallation(async (installation) => {
      const { runNow } = await import('#main/run-now.ts')
      const ran = await runNow(installation)
      const failed = ran.filter((each) => !each.outcome.ok)
      print(options, {
        json: {
          ran: ran.map(({ outcome, ...key }) => ({ ...key, ok: outcome.ok, error: outcome.ok ? null : outcome.error })),
        },
        lines:
          ran.length === 0
            ? ['Nothing is due.']
            : [
                ...table(
                  ['Merchant', 'Work', 'On', 'Result'],
                  ran.map((each) => [
                    each.merchant,
                    each.kind,
                    each.subject,
                    each.outcome.ok ? 'done' : `failed: ${each.outcome.error}`,
                  ]),
                ),
                '',
                `${count(ran.length, 'run')}, ${failed.length} failed. ./millrace status tells how it stands.`,
              ],
      })
      if (failed.length > 0) process.exitCode = 1
    }),
  )
  withJson(program.command('migrate'))
    .description('bring the database to this version of Millrace (every start does it too)')
    .action((options: { json?: boolean }) =>
      withInstallation(async ({ embeddedVersion, ownerDatabase }) => {
        if (ownerDatabase === null)
          throw new CliRefusal('Only the owner of the tables changes them: set DATABASE_OWNER_URL.')
        const where = embeddedVersion ? `embedded PostgreSQL ${embeddedVersion}` : 'your PostgreSQL'
        print(options, { json: { upToDate: true, database: where }, lines: [`The database is up to date (${where}).`] })
      }),
    )
  withJson(program.command('version').description('the version of Millrace and of Node')).action(
    async (options: { json?: boolean }) => {
      const { VERSION } = await import('#main/version.ts')
      const node = process.versions.node
      print(options, { json: { millrace: VERSION, node }, lines: [`Millrace ${VERSION}, Node ${node}`] })
    },
  )
}
