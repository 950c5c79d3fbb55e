/** A command cannot be done: sentences for whoever typed it. Exit code 1, or 2 where the command itself was mistyped. */
export class CliRefusal extends Error {
  readonly exitCode: 1 | 2

  constructor(sentences: string | readonly string[], exitCode: 1 | 2 = 1) {
    super(typeof sentences === 'string' ? sentences : sentences.join('\n'))
    this.exitCode = exitCode
  }
}

/** Refusals that other folders throw, by their names: importing them here would load the whole program for `--help`. */
const KNOWN = ['CliRefusal', 'ConfigRefusal', 'EmbeddedRefusal', 'BackupRefusal']

/** What is printed of an error: known ones are sentences, the database away is one, anything else is a bug of ours. */
export function sentencesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (KNOWN.includes(error.constructor.name)) return error.message
  const code = (error as { code?: unknown }).code
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')
    return `The database does not answer (${code}). Look at DATABASE_URL, DATABASE_VAULT_URL and DATABASE_OWNER_URL.`
  if (code === '28P01' || code === '28000')
    return 'The database refuses our login. Look at DATABASE_URL, DATABASE_VAULT_URL and DATABASE_OWNER_URL; the first ./millrace migrate makes the logins of the first two.'
  return `This should not have happened. Please report it:\n${error.stack ?? error.message}`
}

/** A text in which nothing stands that looks like a token or a key: whoever mistypes a command may have pasted one (C1). */
export const withoutSecrets = (text: string): string =>
  text.replace(/(Atz[ar]\||mr_[0-9a-f]{6,}_)[^\s'"]+/g, '$1(hidden)')
