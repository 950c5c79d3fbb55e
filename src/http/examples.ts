import found from '#contract/examples.json' with { type: 'json' }

type Example = {
  readonly query?: Readonly<Record<string, unknown>>
  readonly request?: unknown
  readonly response?: unknown
}
type Content = Record<string, { example?: unknown }>
type Told = {
  parameters?: { readonly name: string; readonly in: string; example?: unknown }[]
  requestBody?: { content?: Content }
  responses?: Record<string, { content?: Content }>
}

/** Requests that were sent and answers that came, by operation: test/judges/own-api.test.ts sends each of them again. */
const EXAMPLES = found as unknown as Readonly<Record<string, Example>>

/** Puts the example of each operation into the document (X1). */
export function putExamples(paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>): void {
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const example = EXAMPLES[`${method.toUpperCase()} ${path.replace('/api/v1', '')}`]
      if (example) putExample(operation as Told, example)
    }
}

function putExample({ parameters, requestBody, responses }: Told, { query, request, response }: Example): void {
  for (const parameter of parameters ?? [])
    if (parameter.in === 'query' && query?.[parameter.name] !== undefined) parameter.example = query[parameter.name]
  const sent = requestBody?.content?.['application/json']
  if (sent && request !== undefined) sent.example = request
  const answered = responses?.['200']?.content?.['application/json']
  if (answered && response !== undefined) answered.example = response
}
