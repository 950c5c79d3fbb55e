import type { Installation } from '#main/installation.ts'
import type { ShownLink } from '#main/open-sign-in.ts'

/** The address of a page: a demo knows where it listens, which may be another port than the wanted one. */
export const addressOf = ({ deps: { mails }, config }: Pick<Installation, 'deps' | 'config'>, path: string): string =>
  `${mails.publicUrl ?? mails.localUrl?.() ?? `http://${config.host}:${config.port}`}${path}`

/** Whoever must come in first is let in by a link that is shown this once; the next start makes another (U1). */
export const linksScreen = (links: readonly ShownLink[]): string[] =>
  links.length === 0
    ? []
    : [
        'Nobody is in yet. Hand each of these links to its person; they are shown this once and good for a week:',
        '',
        ...links.flatMap(({ merchant, email, link }) => [
          `  ${merchant === null ? 'The operator' : `The owner of ${merchant}`}, ${email}`,
          `  ${link}`,
          '',
        ]),
      ]
