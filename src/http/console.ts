import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyReply } from 'fastify'
import { LABEL_STYLE } from '#core/pii/label-page.ts'
import type { Api } from './api.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const LABELS = createHash('sha256').update(LABEL_STYLE).digest('base64')
const OPEN = { config: { scope: 'open' as const }, schema: { hide: true } }

/** No script, style or picture but our own; styles that the console makes while it runs carry this page's nonce. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // A page of labels is printed from a frame of the console and takes its policy over; its one style is known.
    `style-src 'self' 'nonce-${nonce}' 'sha256-${LABELS}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The console: files as they were built, and one page for every address that is no file (its pages are told apart in the browser). */
export function addConsole(app: Api, folder: string): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const assets = join(folder, 'assets')
  const sendPage = (_: unknown, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .header('referrer-policy', 'no-referrer')
      .send(page.replace('%NONCE%', nonce))
  }
  for (const name of existsSync(assets) ? readdirSync(assets) : [])
    serveFile(app, `/assets/${name}`, join(assets, name))
  serveFile(app, '/icon.svg', join(folder, 'icon.svg'))
  for (const path of [
    '/',
    '/today',
    '/orders',
    '/orders/*',
    '/shipping',
    '/errors',
    '/amazon',
    '/users',
    '/me',
    '/audit',
    '/items',
    '/items/*',
    '/stock',
    '/submissions',
    '/deployment',
  ])
    app.get(path, OPEN, sendPage)
}

/** Files are read once, when the server starts; their names hold a sum of their content, so a browser may keep them. */
function serveFile(app: Api, path: string, file: string): void {
  const content = readFileSync(file)
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  app.get(path, OPEN, (_, reply) =>
    reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(content),
  )
}
