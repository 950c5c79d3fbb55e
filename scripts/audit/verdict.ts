// What an answer of `npm audit --json` means.

/** How an audit ended: the exit code, and what is said. */
export type AuditVerdict = { readonly code: 0 | 1; readonly lines: readonly string[] }

type Answer = {
  readonly message?: string
  readonly error?: { readonly summary?: string }
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> }
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly name?: string; readonly severity?: string; readonly range?: string }>
  >
}

const GRAVE = ['critical', 'high']
const SEVERITIES = [...GRAVE, 'moderate', 'low', 'info']

/** High and critical ones fail; a registry that offers no audit is told, and is no failure. */
export function verdictOf(text: string): AuditVerdict {
  const answer = parse(text)
  const counts = answer?.metadata?.vulnerabilities
  if (!answer || !counts) {
    const why = answer?.message ?? answer?.error?.summary ?? 'npm gave no answer that can be read'
    return {
      code: 0,
      lines: [`Not audited: this registry offers no audit (${why}). Ask one that does before a release.`],
    }
  }
  const found = Object.entries(answer.vulnerabilities ?? {}).map(([name, { severity = 'unknown', range = '' }]) =>
    `${severity}  ${name} ${range}`.trimEnd(),
  )
  const told = SEVERITIES.map((severity) => `${counts[severity] ?? 0} ${severity}`).join(', ')
  const isGrave = GRAVE.some((severity) => (counts[severity] ?? 0) > 0)
  return { code: isGrave ? 1 : 0, lines: [...found, `Audited: ${told}.`] }
}

function parse(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' ? (answer as Answer | null) : null
  } catch {
    return null
  }
}
