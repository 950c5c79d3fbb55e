import type { buildApp } from '#http/app.ts'

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
  readonly propertyNames?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly minimum?: number
  readonly items?: Schema
}
type Told = {
  readonly description: string
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } }
}

/** One operation of the API, as its document has it. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Scopes that are needed, all of them; none for operations of people. */
  readonly scopes: readonly string[]
  readonly for: 'scopes' | 'open' | 'session' | 'person' | 'member' | 'operator'
  readonly query: readonly string[]
  readonly params: readonly string[]
  /** Null also where the body is a file as it is. */
  readonly body: Schema | null
}

/** The document that the application makes of itself, as a list of operations, and its shapes. */
export async function operationsOf(app: Awaited<ReturnType<typeof buildApp>>) {
  const document = JSON.parse((await app.inject({ url: '/api/v1/openapi.json' })).body) as {
    paths: Record<string, Record<string, Told>>
    components: { schemas: Readonly<Record<string, Schema>> }
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]): Operation => {
      const named = (where: string) =>
        (told.parameters ?? []).filter((each) => each.in === where).map(({ name }) => name)
      return {
        method: method.toUpperCase() as Operation['method'],
        path,
        scopes: [...told.description.matchAll(/`([\w:]+)`/g)].map(([, scope]) => scope ?? ''),
        for: whoseOf(told.description),
        query: named('query'),
        params: named('path'),
        body: told.requestBody?.content['application/json']?.schema ?? null,
      }
    }),
  )
  return { operations, schemas: document.components.schemas }
}

const WHOSE = [
  [/the scope/, 'scopes'],
  [/Needs nothing/, 'open'],
  [/however far it is/, 'session'],
  [/works for the merchant/, 'member'],
  [/needs a session of one\./, 'operator'],
  [/needs a session\.$/, 'person'],
] as const

function whoseOf(description: string): Operation['for'] {
  const found = WHOSE.find(([words]) => words.test(description))
  if (!found) throw new Error(`Nobody knows who may ask: ${description}`)
  return found[1]
}

/** The address of an operation with something in each place. */
export const addressOf = ({ path }: Operation, value: (name: string) => string): string =>
  path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(value(name)))

/** What an operation is called in a list of what went wrong. */
export const titleOf = ({ method, path }: Operation): string => `${method} ${path.replace('/api/v1', '')}`
