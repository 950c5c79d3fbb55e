import { z } from 'zod'
import { session as sessionShape } from '#contract/sign-in.ts'
import type { Door } from './admit-person.ts'
import type { Api } from './api.ts'
import { foundValue } from './refusal.ts'
import { needOwnPage } from './session-cookie.ts'
import { enter, fromOf } from './session-view.ts'

/** Who may be entered as, and the opening of a session for one of them. */
export type DemoDoor = {
  readonly people: readonly { readonly email: string; readonly name: string; readonly about: string }[]
  /** A new session's token, or null for an address that is none of theirs. */
  open(email: string, from: ReturnType<typeof fromOf>): Promise<string | null>
}

const people = z.object({
  people: z.array(z.object({ email: z.string(), name: z.string(), about: z.string() })),
})

/** The way in of the demo: its people are invented, so one click is enough. It answers on this machine's own pages only (M5). */
export function addDemoDoor(app: Api, door: Door, demo: DemoDoor): void {
  const hidden = { config: { scope: 'open' as const } }
  const own = {
    onRequest: async (request: Parameters<typeof needOwnPage>[0]) => needOwnPage(request, door.deps.mails.publicUrl),
  }
  app.get('/demo/people', { ...hidden, schema: { hide: true, response: { 200: people } } }, async () => ({
    people: demo.people.map(({ email, name, about }) => ({ email, name, about })),
  }))
  const schema = { hide: true, body: z.strictObject({ email: z.string().max(254) }), response: { 200: sessionShape } }
  app.post('/demo/enter', { ...hidden, ...own, schema }, async (request, reply) => {
    const token = await demo.open(request.body.email, fromOf(request))
    return enter(door, reply, foundValue(token, 'person of the demo with this address'))
  })
}
