import type { ShownLink } from '#main/open-sign-in.ts'

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
