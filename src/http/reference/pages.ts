import { type Document, type Field, fieldsOf, kindOf, type Operation, operationsIn } from './document.ts'

/** Text as HTML; a word between backquotes becomes code. */
const text = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/`([^`]+)`/g, '<code>$1</code>')

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title>
<link rel="stylesheet" href="/look/ground.css">
<link rel="stylesheet" href="/api/docs/look.css">
</head>
<body><main>
${body}
</main></body>
</html>
`

const linkTo = ({ method, path, told }: Operation): string =>
  `<li><b>${method}</b> <a href="/api/docs/${told.operationId}"><code>${text(path.replace('/api/v1', ''))}</code></a> ${text(told.summary ?? '')}</li>`

/** The list of all operations, by what they are about (X1). */
export function writeReference(document: Document): string {
  const groups = new Map<string, Operation[]>()
  for (const operation of operationsIn(document)) {
    const tag = operation.told.tags?.[0] ?? 'Other'
    groups.set(tag, [...(groups.get(tag) ?? []), operation])
  }
  const { title, version, description = '' } = document.info
  const names = [...groups.keys()].map((tag) => `<a href="#${anchor(tag)}">${text(tag)}</a>`).join(' ')
  const lists = [...groups].map(
    ([tag, operations]) =>
      `<h2 id="${anchor(tag)}">${text(tag)}</h2>\n<ul class="operations">\n${operations.map(linkTo).join('\n')}\n</ul>`,
  )
  const about = description.split('\n\n').map((each) => `<p>${text(each)}</p>`)
  return page(
    `${title}: REST API`,
    `<h1>${text(title)} REST API <small>${text(version)}</small></h1>
${about.join('\n')}
<p>Every address begins with <code>/api/v1</code>. For programs: <a href="/api/v1/openapi.json">the same as OpenAPI 3.1</a>.</p>
<nav aria-label="What they are about">${names}</nav>
${lists.join('\n')}`,
  )
}

const anchor = (tag: string): string => tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')

/** One operation: who may ask it, what is sent, what comes, and a request that was really sent (X1). */
export function writeOperation(document: Document, operation: Operation): string {
  const { method, path, told } = operation
  const sent = told.requestBody?.content?.['application/json']
  const answered = told.responses?.['200']?.content?.['application/json']
  const parts = [
    `<p><a href="/api/docs">All operations</a></p>`,
    `<h1>${text(told.summary ?? told.operationId)}</h1>`,
    `<p class="address"><b>${method}</b> <code>${text(path)}</code></p>`,
    `<p>${text(told.description ?? '')}</p>`,
    parametersOf(document, operation),
    sent?.schema ? `<h2>What is sent</h2>${table(fieldsOf(document, sent.schema))}` : '',
    `<h2>A request</h2><pre>${text(curlOf(operation, sent?.example))}</pre>`,
    answered?.schema ? `<h2>What comes</h2>${table(fieldsOf(document, answered.schema))}` : '',
    answered?.example === undefined ? '' : `<h2>An answer</h2><pre>${text(written(answered.example))}</pre>`,
    '<p>A refusal is <code>application/problem+json</code>: its <code>detail</code> is a sentence for people, its <code>code</code> a word for programs.</p>',
  ]
  return page(`${told.summary ?? told.operationId}: REST API`, parts.filter((each) => each !== '').join('\n'))
}

const written = (value: unknown): string => JSON.stringify(value, null, 2)

function parametersOf(document: Document, { told }: Operation): string {
  const fields = (told.parameters ?? []).map(
    ({ name, in: where, required = false, description = '', schema = {} }): Field => ({
      name: where === 'path' ? `{${name}}` : where === 'query' ? `?${name}` : name,
      kind: kindOf(document, schema),
      needed: required,
      about: description || (schema.description ?? ''),
    }),
  )
  return fields.length === 0 ? '' : `<h2>In the address and the headers</h2>${table(fields)}`
}

function table(fields: readonly Field[]): string {
  if (fields.length === 0) return '<p>Nothing that has a name.</p>'
  const rows = fields.map(
    ({ name, kind, needed, about }) =>
      `<tr><td><code>${text(name)}</code></td><td>${text(kind)}</td><td>${needed ? 'always' : ''}</td><td>${text(about)}</td></tr>`,
  )
  return `<div class="wide" tabindex="0"><table><thead><tr><th>Name</th><th>What it is</th><th></th><th>About it</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

function curlOf({ method, path, told }: Operation, body: unknown): string {
  const query = (told.parameters ?? [])
    .filter((each) => each.in === 'query' && each.example !== undefined)
    .map((each) => `${each.name}=${encodeURIComponent(String(each.example))}`)
  const address = `https://millrace.example.com${path}${query.length > 0 ? `?${query.join('&')}` : ''}`
  const lines = [
    `curl -X ${method} '${address}'`,
    "-H 'Authorization: Bearer mr_...'",
    ...(body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d '${written(body).replaceAll("'", "'\\''")}'`]),
  ]
  return lines.join(' \\\n  ')
}
