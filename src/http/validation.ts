const MOST_TOLD = 200

type Issue = {
  readonly instancePath: string
  readonly message?: string
  readonly params: unknown
  readonly keyword: string
}
type Invalid = { readonly validation: readonly object[]; readonly validationContext?: string | undefined }

/** Everything that is wrong with what was sent: each field by its name as the sender wrote it, and why. */
export function badFields(error: Invalid): { field: string; why: string }[] {
  const where = error.validationContext ?? 'body'
  return (error.validation as readonly Issue[]).slice(0, MOST_TOLD).flatMap((issue) => {
    const field = fieldName(issue.instancePath)
    const unknown = (issue.params as { keys?: unknown } | null)?.keys
    if (issue.keyword === 'unrecognized_keys' && Array.isArray(unknown)) {
      return unknown
        .slice(0, 20)
        .map((key) => ({ field: joined(field, String(key).slice(0, 80)), why: 'is not a known field' }))
    }
    return [{ field: field || where, why: reason(issue.message ?? '') }]
  })
}

/** `/items/3/price` as `items[3].price`. */
function fieldName(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '')
    .reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : joined(name, part)), '')
}

const joined = (before: string, name: string): string => (before ? `${before}.${name}` : name)

function reason(message: string): string {
  if (/received undefined$/.test(message)) return 'is missing'
  const range = /^Too (?:big|small): expected (\w+) to (?:have|be) ([<>]=?)(\d+)(?: (\w+))?/.exec(message)
  if (range) {
    const [, kind, sign = '', bound, unit] = range
    const limit = { '<=': 'at most', '>=': 'at least', '<': 'less than', '>': 'more than' }[sign]
    return kind === 'number' || kind === 'int'
      ? `must be ${limit} ${bound}`
      : `must have ${limit} ${bound} ${unit ?? 'entries'}`
  }
  const type = /^Invalid input: expected (.+), received (.+)$/.exec(message)
  if (type?.[1] === 'int') return 'must be a whole number'
  if (type) return `must be ${type[1]}, not ${type[2]}`
  return message.replace(/^Invalid option: expected/, 'must be').replace(/^Invalid input$/, 'cannot be read')
}
