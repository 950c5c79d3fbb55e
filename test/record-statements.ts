// Notes every statement that the program itself sends in the tests, so that the end of the run can examine all of them.
import { appendFileSync } from 'node:fs'
import pg from 'pg'
import { inject } from 'vitest'

/** The program's logins; what tests look up for themselves they ask as the owner. */
const LOGINS = ['millrace_app', 'millrace_vault']
const OURS = /\/src\/(?!store\/db\.ts)([\w./-]+\.ts)/
const THEIRS = /\/(test\/[\w./-]+\.ts|src\/[\w./-]+\.test\.ts)/

type Recording = { readonly seen: Set<string> }
const here = globalThis as { statementsRecorded?: Recording }

// All files of a worker share one load of the program: it is begun once.
here.statementsRecorded ??= record()

function record(): Recording {
  const seen = new Set<string>()
  const send = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text?: string } | undefined]
    const text = typeof asked === 'string' ? asked : asked?.text
    if (text !== undefined && LOGINS.includes(this.user ?? '') && !seen.has(text)) {
      const place = placeOf(new Error().stack ?? '')
      if (place !== null) {
        seen.add(text)
        appendFileSync(inject('testServer').statements, `${JSON.stringify({ text, place })}\n`)
      }
    }
    return send.apply(this, args)
  } as typeof pg.Client.prototype.query
  return { seen }
}

/** The file of the program that sent it, or null where a test did. */
function placeOf(stack: string): string | null {
  for (const line of stack.split('\n')) {
    if (line.includes('node_modules') || line.includes('record-statements')) continue
    const ours = OURS.exec(line)?.[1]
    if (THEIRS.test(line)) return null
    if (ours !== undefined) return `src/${ours}`
  }
  return null
}
