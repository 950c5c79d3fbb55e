import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BODIES, nameFor } from '../make/foreign-ids.ts'
import { addressOf, type Operation, operationsOf, titleOf } from '../make/operations.ts'
import { compareExamples, type Example, exampleOf } from './examples.ts'
import { type Answers, GOOD, LAST, REFUSED, type Wish } from './good-requests.ts'
import { AT_THE_DOOR } from './own-sign-in.ts'
import { makeOwnWorld, type OwnWorld } from './own-world.ts'
import { startPrism } from './prism.ts'

const DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json')

/** Reading first, then what changes, then what takes away. */
function turnOf(operation: Operation): number {
  const last = LAST.indexOf(titleOf(operation))
  if (last >= 0) return 2 + last
  // Whoever hands a merchant over owns nothing afterwards.
  if (titleOf(operation) === 'POST /users/{userId}/owner') return 300
  if (operation.method === 'DELETE') return /connections/.test(operation.path) ? 200 : 100
  return operation.method === 'GET' ? 0 : 1
}

const headersFor = (world: OwnWorld, operation: Operation) => {
  if (operation.scopes.includes('vendor:orders')) return world.vendor
  return operation.for === 'operator' ? world.operator : world.owner.headers
}

/** The request that is sent for an operation. */
async function requestOf(world: OwnWorld, operation: Operation, answers: Answers) {
  const title = titleOf(operation)
  const wish: Wish = (await AT_THE_DOOR[title]?.(world.people)) ?? (await GOOD[title]?.(world, answers)) ?? {}
  const names = world.names
  const usual = operation.query
    .filter((name) => ['sellerSku', 'itemId', 'marketplaceId', 'amazonOrderId', 'order'].includes(name))
    .map((name) => [name, nameFor(names, title, name)])
  const query = new URLSearchParams({
    ...Object.fromEntries(usual),
    ...(operation.query.includes('field') ? { field: 'price' } : {}),
    ...wish.query,
  })
  const path = addressOf(operation, (name) => wish.params?.[name] ?? nameFor(names, title, name))
  const body = wish.body ?? BODIES[title]?.(names) ?? (operation.body ? {} : undefined)
  const type = wish.bytes ? 'application/octet-stream' : 'application/json'
  const payload = wish.bytes ?? (body === undefined ? undefined : JSON.stringify(body))
  return {
    path: query.size > 0 ? `${path}?${query}` : path,
    headers: {
      ...(wish.as ?? headersFor(world, operation)),
      ...(payload === undefined ? {} : { 'content-type': type }),
    },
    payload,
    body,
    query: Object.fromEntries(query),
  }
}

test('[X1] every operation of the document is asked once, through Prism: neither what is sent nor what is answered differs from what it says', async () => {
  const world = await makeOwnWorld()
  const prism = await startPrism(DOCUMENT, { before: world.url })
  onTestFinished(async () => {
    await prism.close()
    await world.close()
  })
  const { operations } = await operationsOf(world.app)
  const answers: Record<string, unknown> = {}
  const examples: Record<string, Example> = {}
  const wrong: string[] = []
  for (const operation of [...operations].sort((a, b) => turnOf(a) - turnOf(b))) {
    const title = titleOf(operation)
    const { path, headers, payload, body, query } = await requestOf(world, operation, answers)
    const reply = await prism.ask({ method: operation.method, path, headers, payload })
    if (reply.violations) wrong.push(`${title}: ${reply.violations}`)
    const wanted = REFUSED[title]?.[0] ?? 200
    if (reply.status !== wanted) wrong.push(`${title}: ${reply.status} ${reply.text.slice(0, 400)}`)
    answers[title] = reply.json
    examples[title] = exampleOf({ query, body, answer: reply.json, isDone: reply.status === 200 })
  }
  expect(wrong).toEqual([])
  expect(
    compareExamples(examples),
    'RECORD_EXAMPLES=1 npx vitest run test/judges/own-api.test.ts writes them anew',
  ).toEqual([])
  expect(Object.keys(answers)).toHaveLength(operations.length)
  expect(operations.length).toBeGreaterThan(270)
}, 240_000)
