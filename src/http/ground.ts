import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from './api.ts'

const OPEN = { config: { scope: 'open' as const }, schema: { hide: true } }

/** The colours and the ground that all pages beside the console share: signing in, authorizing, the demo's own. */
export function addGround(app: Api): void {
  const text = readFileSync(join(import.meta.dirname, 'look', 'ground.css'), 'utf8')
  app.get('/look/ground.css', OPEN, (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'no-cache').send(text),
  )
}
