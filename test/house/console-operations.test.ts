import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isVersioned } from '#core/versioned-changes.ts'
import { type Asked, requestsIn } from '../make/requests-in.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
type Operation = { readonly parameters?: readonly { readonly name: string }[] }
const { paths } = JSON.parse(read('docs/openapi.json')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** What the console does past the typed client of src/web/api.ts, and why each is no operation of the document. */
const BY_HAND: Readonly<Record<string, string>> = {
  'live.ts EventSource': 'an endless stream of topics to fetch again; programs have webhooks (docs/api.md)',
  'second-factor.ts fetch': "the demo's door, which no other deployment has",
  'parts/StepUp.tsx fetch': "the demo's door: who its people are",
  'live.ts /api/v1/events': 'the address of that stream',
  'api.ts /api/v1/session': 'is compared with, not asked',
  'as-read.ts /api/v1/sku-mappings?sellerSku=': 'under what a mapping was read; not asked',
  'api.ts use': 'what every request says of the session',
}

const files = readdirSync(join(ROOT, 'src/web'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.d\.ts$|^generated\//.test(name))
const found = files.map((name) => requestsIn(name, read(`src/web/${name}`)))
const asked = found.flatMap((each) => each.asked)

const isDocumented = ({ method, path }: Pick<Asked, 'method' | 'path'>): boolean =>
  paths[path]?.[method.toLowerCase()] !== undefined
const undocumented = (all: readonly Asked[]): string[] =>
  all.filter((each) => !isDocumented(each)).map(({ at, method, path }) => `${at} ${method} ${path}`)

test('[X1] whatever the console does goes through the typed client, by an operation of the document', () => {
  expect(asked.length).toBeGreaterThan(200)
  expect(undocumented(asked)).toEqual([])
})

test('[X1] what the console asks past the client is a short list, each with its reason', () => {
  const past = new Set(found.flatMap((each) => each.past.map(({ what }) => what)))
  expect([...past].sort()).toEqual(Object.keys(BY_HAND).sort())
})

test('[X1] a request past the client is found, whichever way it goes', () => {
  const past = (source: string) => requestsIn('bad.tsx', source).past.map(({ what }) => what.replace('bad.tsx ', ''))
  expect(past(`const a = await fetch(where)`)).toEqual(['fetch'])
  expect(past(`window.fetch(where); const own = globalThis.fetch`)).toEqual(['fetch', 'fetch'])
  expect(past(`new XMLHttpRequest(); navigator.sendBeacon(to); new WebSocket(to)`)).toEqual([
    'XMLHttpRequest',
    'sendBeacon',
    'WebSocket',
  ])
  expect(past(`const a = <a href="/api/v1/orders">x</a>`)).toEqual(['/api/v1/orders'])
  expect(past('const a = <a href={`/api/v1/files/${id}`}>x</a>')).toEqual(['/api/v1/files/'])
  expect(past(`const a = <form action="/sign-out" method="post" />`)).toEqual(['action'])
  expect(past(`const a = <button formAction={go} />`)).toEqual(['formAction'])
  expect(past(`location.assign('/api/v1/orders')`)).toEqual(['/api/v1/orders'])
  expect(past(`const { GET } = api`)).toEqual(['api'])
  expect(past(`api[method]('/api/v1/orders')`)).toEqual(['api', '/api/v1/orders'])
  expect(past(`import createClient from 'openapi-fetch'`)).toEqual(['openapi-fetch'])
})

test('[X1] an address that is in no document is found, also where it stands apart from its request', () => {
  const lines = (source: string) => undocumented(requestsIn('bad.ts', source).asked)
  expect(lines(`api.GET('/api/v1/orders', {})`)).toEqual([])
  expect(lines(`api.PATCH('/api/v1/orders', {})`)).toEqual(['bad.ts:1 PATCH /api/v1/orders'])
  expect(lines(`const URL = '/api/v1/secret'\napi.POST(\`\${URL}/open\`, {})`)).toEqual([
    'bad.ts:2 POST /api/v1/secret/open',
  ])
  expect(lines(`const AT = { a: ['/api/v1/hidden'] }\nconst [path] = AT[kind]\napi.POST(path, {})`)).toEqual([
    'bad.ts:3 POST /api/v1/hidden',
  ])
  expect(lines(`api.GET(nobodyKnows)`)).toEqual(['bad.ts:1 GET nobodyKnows'])
})

/** Operations by the scripts of the pages outside the console: `ask('POST', '/session', ...)`. */
function operationsOfPages(): Asked[] {
  const folder = (name: string, prefix: string) =>
    readdirSync(join(ROOT, 'src/http', name))
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const calls = read(`src/http/${name}/${file}`).matchAll(/\bask\('([A-Z]+)', ['`]([^'`]*)['`]/g)
        return [...calls].map(([, method = '', path = '']) => ({ at: file, method, path: `${prefix}${path}` }))
      })
  return [...folder('sign-in', '/api/v1'), ...folder('authorization', '/api/v1/authorization/')]
}

test('[X1] the pages of sign-in, invitation and consent go through operations of the document too', () => {
  const all = operationsOfPages()
  expect(all.length).toBeGreaterThan(15)
  const named = Object.keys(paths).map((path) => [path, new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)] as const)
  const documented = all.map((each) => ({ ...each, path: named.find(([, form]) => form.test(each.path))?.[0] ?? '' }))
  expect(undocumented(documented)).toEqual([])
})

test('[X1] the document says of the very operations that take an If-Match that they do', () => {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      told: parameters.some(({ name }) => name === 'If-Match'),
      takes: isVersioned(method.toUpperCase(), path),
    })),
  )
  expect(all.filter(({ takes }) => takes).length).toBeGreaterThan(15)
  expect(all.filter(({ told, takes }) => told !== takes).map(({ name }) => name)).toEqual([])
})
