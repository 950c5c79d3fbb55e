import type { Deps, MailServer, OutgoingMail } from '#flows/deps.ts'
import { type Ran, runDue } from '#jobs/run-due.ts'
import type { Seller } from './seller-views.ts'

/** A mail server in memory: what it took, and how it answers. */
export function mailing(seller: Seller) {
  const taken: OutgoingMail[] = []
  const state: { answer: (mail: OutgoingMail) => ReturnType<MailServer['send']> } = {
    answer: async () => ({ ok: true, value: 'sent' }),
  }
  const mails: MailServer = {
    publicUrl: null,
    async send(mail) {
      const outcome = await state.answer(mail)
      if (outcome.ok) taken.push(mail)
      return outcome
    },
  }
  const deps: Deps = { ...seller.deps, mails }
  const run = (): Promise<Ran[]> => runDue({ ...seller.shop, deps })
  return {
    deps,
    taken,
    state,
    /** Lets time pass in steps, running what is due after each. */
    async pass(ms: number, step = ms) {
      for (let gone = 0; gone < ms; gone += step) {
        seller.control.advance(Math.min(step, ms - gone))
        await run()
      }
    },
    run,
    /** Subjects of what was taken, with the address, the oldest first. */
    told: () => taken.map((mail) => `${mail.to} ${mail.subject.replace('Harbor Goods: ', '')}`),
  }
}
