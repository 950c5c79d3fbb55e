import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormatsModule from 'ajv-formats'
import { describe, expect, test } from 'vitest'

type Schema = { [key: string]: unknown }
type Parameter = {
  name: string
  in: string
  required?: boolean
  type?: string
  format?: string
  enum?: string[]
  items?: { enum?: string[] }
  maxItems?: number
  schema?: Schema
}
type Operation = { parameters?: Parameter[]; responses: Record<string, { schema?: Schema }> }
type Model = { definitions: Record<string, Schema>; paths: Record<string, Record<string, Operation>> }
type Found = { model: string; template: string; operation: Operation }

/** One request as it was captured, by the simulator's log or by a recorded fetch. */
export type CapturedRequest = {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | string[]>>
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const FOLDER = process.env.MILLRACE_AMAZON_MODELS ?? resolve(import.meta.dirname, '../../../shared/sp-api-models')
const LOGIN_PATH = '/auth/o2/token'
/** Where the simulator's signed addresses of documents lead; at Amazon it is storage outside of the API. */
const SIGNED_PATH = /^\/((report|feed)-documents|product-type-schemas)\/[^/]+$/
const LOGIN_FIELDS: Readonly<Record<string, readonly string[]>> = {
  refresh_token: ['refresh_token'],
  authorization_code: ['code'],
  client_credentials: ['scope'],
}

/** True where Amazon's official models lie on this machine; they are not ours to ship. */
export const modelsPresent = existsSync(FOLDER)

/** Where one of the models lies. */
export const modelFile = (name: string): string => resolve(FOLDER, name)

/** A `describe` for tests that need Amazon's models: skipped without them, but never silently in CI. */
export function describeWithModels(title: string, body: () => void): void {
  if (modelsPresent) describe(title, body)
  else if (process.env.CI === 'true')
    test(`${title}: Amazon's models absent`, () => expect(modelsPresent, `no models in ${FOLDER}`).toBe(true))
  else describe.skip(`${title}: Amazon's models absent`, body)
}

/** What is wrong with a request by Amazon's models: path, method, parameters. Empty = nothing. */
export function validateRequest(request: CapturedRequest): string[] {
  if (request.path === LOGIN_PATH) return loginProblems(request)
  if (SIGNED_PATH.test(request.path)) return signedProblems(request)
  const found = findOperation(request.method, request.path)
  if (!found) return [`no operation ${request.method} ${request.path}`]
  const problems: string[] = []
  if (request.headers && !request.headers['user-agent']) problems.push('header user-agent is missing')
  if (request.headers && !request.headers['x-amz-access-token']) problems.push('header x-amz-access-token is missing')
  const parameters = found.operation.parameters ?? []
  const query = request.query ?? {}
  for (const name of Object.keys(query))
    if (!parameters.some((p) => p.in === 'query' && p.name === name)) problems.push(`query ${name} is not in the model`)
  for (const parameter of parameters) {
    if (parameter.in === 'query') problems.push(...parameterProblems(parameter, query[parameter.name]))
    else if (parameter.in === 'body') problems.push(...bodyProblems(found, parameter, request))
  }
  return problems
}

/** What is wrong with an answer by Amazon's models; a field that the model does not know is wrong too. */
export function validateAnswer(answer: { method: string; path: string; status: number; body: unknown }): string[] {
  const found = findOperation(answer.method, answer.path)
  if (!found) return [`no operation ${answer.method} ${answer.path}`]
  const response = found.operation.responses[String(answer.status)]
  if (!response) return [`status ${answer.status} is not in the model`]
  if (!response.schema) return []
  return schemaProblems(found, { name: `${answer.method} ${answer.status}`, schema: response.schema }, answer.body)
}

let loaded: Map<string, Model> | undefined
const validators = new Map<string, ValidateFunction>()

function models(): Map<string, Model> {
  loaded ??= new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .map((name): [string, Model] => [name, JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'))])
      .filter(([, model]) => model.paths !== undefined),
  )
  return loaded
}

function findOperation(method: string, path: string): Found | undefined {
  for (const [name, model] of models())
    for (const [template, operations] of Object.entries(model.paths)) {
      const pattern = new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`)
      const operation = operations[method.toLowerCase()]
      if (operation && pattern.test(path)) return { model: name, template, operation }
    }
  return undefined
}

type Named = { readonly name: string; readonly schema: Schema }

function schemaProblems(found: Found, named: Named, body: unknown): string[] {
  const validate = validatorOf(found, named)
  if (validate(body)) return []
  return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`)
}

function validatorOf(found: Found, { name, schema }: Named): ValidateFunction {
  const key = `${found.model} ${found.template} ${name}`
  const known = validators.get(key)
  if (known) return known
  const ajv = new Ajv({ strict: false, allErrors: true })
  // The package is CommonJS; under NodeNext its default export is the module object.
  const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void
  addFormats(ajv)
  const definitions = models().get(found.model)?.definitions ?? {}
  const root = { ...schema, definitions }
  const validate = ajv.compile(strict(root) as Schema)
  validators.set(key, validate)
  return validate
}

/** Swagger 2.0 to JSON schema: drops what only documents, and closes every object to unknown fields. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.entries(schema).filter(([key]) => !/^x-/.test(key) && key !== 'example')
  const copy: Schema = Object.fromEntries(kept.map(([key, value]) => [key, strict(value)]))
  const isObject = copy.type === 'object' && typeof copy.properties === 'object'
  if (isObject && copy.additionalProperties === undefined) copy.additionalProperties = false
  return copy
}

function parameterProblems(parameter: Parameter, value: string | string[] | undefined): string[] {
  const { name } = parameter
  if (value === undefined) return parameter.required ? [`query ${name} is missing`] : []
  if (Array.isArray(value)) return [`query ${name} is given ${value.length} times; lists are comma-separated`]
  const values = parameter.type === 'array' ? value.split(',') : [value]
  const allowed = parameter.type === 'array' ? parameter.items?.enum : parameter.enum
  const problems: string[] = []
  if (parameter.maxItems !== undefined && values.length > parameter.maxItems) problems.push(`query ${name} is too long`)
  for (const one of values) {
    if (one === '') problems.push(`query ${name} is empty`)
    if (allowed && !allowed.includes(one)) problems.push(`query ${name}: ${one} is not in the model`)
  }
  if (parameter.type === 'integer' && !/^-?\d+$/.test(value)) problems.push(`query ${name} is not an integer`)
  if (parameter.format === 'date-time' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value))
    problems.push(`query ${name} is not a date-time`)
  return problems
}

/** Login with Amazon has no official model; these are the grants of its documentation. */
function loginProblems(request: CapturedRequest): string[] {
  const problems: string[] = []
  if (request.method !== 'POST') problems.push('the login takes POST only')
  const type = request.headers?.['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) problems.push(`content-type ${type} is not a form`)
  const form = (request.body ?? {}) as Record<string, string>
  const needed = LOGIN_FIELDS[form.grant_type ?? '']
  if (!needed) return [...problems, `grant_type ${form.grant_type} is unknown`]
  for (const field of [...needed, 'client_id', 'client_secret'])
    if (!form[field]) problems.push(`form field ${field} is missing`)
  return problems
}

/** A body must fit its model, and its content type must say JSON. */
function bodyProblems(found: Found, parameter: Parameter, request: CapturedRequest): string[] {
  if (request.body === undefined) return parameter.required ? ['body is missing'] : []
  const type = request.headers?.['content-type'] ?? ''
  const problems = request.headers && !type.startsWith('application/json') ? [`content-type ${type} is not JSON`] : []
  const name = `${request.method} ${parameter.name}`
  if (!parameter.schema) return problems
  return [
    ...problems,
    ...schemaProblems(found, { name, schema: parameter.schema }, request.body).map((p) => `body${p}`),
  ]
}

/** A signed address is called bare: what proves the right to read is in the address, and no token may go along. */
function signedProblems(request: CapturedRequest): string[] {
  const uploads = request.method === 'PUT' && request.path.startsWith('/feed-documents/')
  const problems =
    request.method === 'GET' || uploads ? [] : ['a signed address takes GET only, or PUT of a feed document']
  for (const name of Object.keys(request.headers ?? {}))
    if (name.startsWith('x-amz-') || name === 'authorization')
      problems.push(`header ${name} must not be sent to storage`)
  return problems
}
