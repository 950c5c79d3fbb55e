import type { Letter } from '../notifications/write-mail.ts'

/** What a person is told by mail about their own account (U6). No password, no code, no buyer data. */
export type AccountNews =
  | { readonly kind: 'new-place'; readonly when: string; readonly address: string; readonly agent: string }
  | {
      readonly kind: 'changed'
      readonly what: string
      readonly othersEnded: boolean
      readonly when: string
      readonly address: string
      readonly agent: string
    }
  | { readonly kind: 'locked'; readonly when: string; readonly address: string }
  | { readonly kind: 'reset'; readonly link: string; readonly minutes: number }

/** Writes the letter for what happened; `account` is where one looks after one's account, if it is known. */
export function accountLetter(news: AccountNews, account: string | null): Letter {
  const foot = account ? [account] : []
  const letter = (subject: string, lines: readonly string[]): Letter => ({ subject, lines, entries: [], more: 0, foot })
  const notYou = 'If it was not you: choose a new password, end all sessions, and tell who looks after the users.'
  switch (news.kind) {
    case 'new-place':
      return letter('A sign-in from a new place', [
        `Somebody signed in to your account at Millrace on ${news.when}, from ${news.address} with ${news.agent}.`,
        'This network or this browser was not seen in the last 90 days. If it was you, there is nothing to do.',
        notYou,
      ])
    case 'changed':
      return letter(`Your account: ${news.what}`, [
        `On ${news.when} this was changed in your account at Millrace: ${news.what}. It was done from ${news.address} with ${news.agent}.`,
        ...(news.othersEnded ? ['All other sessions were ended.'] : []),
        notYou,
      ])
    case 'locked':
      return letter('Your account is locked', [
        `After ten wrong tries in a row your account at Millrace was locked on ${news.when}. The last try came from ${news.address}.`,
        'Nobody came in. "Forgot your password?" on the sign-in page unlocks it, and so does who looks after the users.',
      ])
    case 'reset':
      return letter('A new password', [
        'Somebody, we hope you, asked for a new password for your account at Millrace. Open this link to choose one:',
        news.link,
        `It is good once, for ${news.minutes} minutes. Your second factor is still asked for. If it was not you, there is nothing to do.`,
      ])
  }
}
