import type { Command } from 'commander'
import { writeInstant } from '#contract/parts.ts'
import { type CertificateContent, certificateText } from '#core/authorization/deletion-clock.ts'
import { clearConnection, whatStops } from '#flows/clear-connection.ts'
import { askYes } from '../ask-yes.ts'
import { aboutMerchant, atDesk, goodValue, type MerchantOptions, WHO } from '../open.ts'
import { CliRefusal } from '../refusal.ts'
import { print } from '../table.ts'
import { chooseConnection, type WantedConnection, withConnection } from './start.ts'

/** Adds `disconnect`: clears the credentials of a connection, after saying what stops; and the certificates of what was deleted (C6). */
export function disconnectCommand(program: Command): void {
  const noun = withConnection(
    program.command('disconnect').description('clear the credentials of a connection; certificates'),
  )
    .enablePositionalOptions()
    .option('--yes', 'do not ask')
    .action((options: WantedConnection & { yes?: boolean }) => clear(options))
  aboutMerchant(
    noun.command('certificates').description('what was deleted 30 days after an authorization ended, and when'),
  ).action((options: MerchantOptions) => certificates(options))
}

const clear = (options: WantedConnection & { yes?: boolean }): Promise<void> =>
  atDesk(options, async (desk) => {
    const { deps, merchant } = desk
    const connection = await chooseConnection(desk, options)
    const { sentences } = goodValue(await whatStops(deps, merchant.id, connection))
    if (!options.yes) {
      for (const line of [`Clearing ${connection}:`, ...sentences.map((each) => `- ${each}`)]) console.error(line)
      if (!(await askYes('Clear it?'))) throw new CliRefusal('Nothing was changed.')
    }
    const cleared = goodValue(await clearConnection(deps, merchant.id, { connection, who: WHO }))
    print(options, { json: cleared, lines: cleared.sentences })
  })

const certificates = (options: MerchantOptions): Promise<void> =>
  atDesk(options, async ({ store, merchant }) => {
    const rows = await store((tx) => tx.listCertificates())
    print(options, {
      json: {
        certificates: rows.map(({ writtenAt, ...row }) => ({ ...row, writtenAt: writeInstant(writtenAt) })),
      },
      lines:
        rows.length === 0
          ? [`${merchant.id} has no certificate of deletion.`]
          : rows.flatMap(({ content, fingerprint }) => [
              ...certificateText(JSON.parse(content) as CertificateContent).split('\n'),
              `SHA-256: ${fingerprint}`,
              '',
            ]),
    })
  })
