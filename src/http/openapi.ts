import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { isVersioned } from '#core/versioned-changes.ts'
import { putExamples } from './examples.ts'
import { isKept, MOST_KEY } from './keep-answers.ts'

const ABOUT = `A merchant's orders, items, stock and settings. An API key belongs to one merchant and says what it may do.

Each answer to a GET has an ETag: sent back as If-None-Match it is answered 304 while nothing has changed. A change that takes
If-Match is made only while what stands is what was read under that ETag, else it is refused with 412; with If-None-Match: * it
creates and never replaces.

A key may send so many requests a minute: RateLimit-Policy says how many, RateLimit what is left. One too many is refused with 429,
and Retry-After says when to come again.`

/** How the application is described as an OpenAPI 3.1 document (X1). */
export const openapiOptions = (version: string) => ({
  openapi: {
    openapi: '3.1.0' as const,
    info: {
      title: 'Millrace',
      version,
      description: ABOUT,
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'http' as const, scheme: 'bearer', description: 'An API key: mr_...' },
        session: {
          type: 'apiKey' as const,
          in: 'cookie' as const,
          name: '__Host-millrace',
          description:
            'The session of somebody who signed in; under plain http on this machine the cookie is called `millrace`. A change also needs the header `millrace-csrf`.',
        },
      },
    },
    security: [{ apiKey: [] }],
  },
  transform: withKey,
  transformObject: onlyNamed,
})

type Transform = typeof jsonSchemaTransform

/** Headers that requests may carry, as @fastify/swagger takes them. */
const IDEMPOTENCY_KEY = {
  type: 'string',
  minLength: 1,
  maxLength: MOST_KEY,
  description:
    'A name of your choice for this request. A repeat with the same key and body within 24 hours is given the first answer, with the header `Idempotent-Replayed: true`, and is not done again.',
}
const IF_MATCH = {
  type: 'string',
  description:
    'The ETag under which you read this address: where it has changed since, nothing is done and the answer is 412.',
}

/** A request that changes something may carry a key under which its answer is kept, and some the name of what was read. */
function withKey(input: Parameters<Transform>[0]): ReturnType<Transform> {
  const { schema, url } = jsonSchemaTransform(input)
  const { method, config } = input.route
  const methods = [method].flat()
  const headers = {
    ...(methods.some((each) => isKept(each, config ?? {})) ? { 'Idempotency-Key': IDEMPOTENCY_KEY } : {}),
    ...(methods.some((each) => isVersioned(each, url)) ? { 'If-Match': IF_MATCH } : {}),
  }
  const isHeaded = Object.keys(headers).length > 0
  return { schema: isHeaded ? { ...schema, headers: { type: 'object', properties: headers } } : schema, url }
}

/** Each shape comes twice, as it is sent and as it is answered; what nothing names is left out. */
function onlyNamed(document: Parameters<typeof jsonSchemaTransformObject>[0]) {
  const whole = jsonSchemaTransformObject(document)
  const { components } = whole as { components?: { schemas?: Record<string, unknown> } }
  if (!components?.schemas) return whole
  const schemas = Object.entries(components.schemas)
  const named = namesIn(whole.paths)
  for (let before = -1; before !== named.size; ) {
    before = named.size
    for (const [name, schema] of schemas) if (named.has(name)) for (const inside of namesIn(schema)) named.add(inside)
  }
  components.schemas = Object.fromEntries(schemas.filter(([name]) => named.has(name)))
  putExamples(whole.paths as Parameters<typeof putExamples>[0])
  return whole
}

const namesIn = (part: unknown): Set<string> =>
  new Set(
    [...(JSON.stringify(part) ?? '').matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? ''),
  )
