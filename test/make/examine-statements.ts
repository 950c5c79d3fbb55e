import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { DatabaseConfig } from '#store/db.ts'
import { type PlanStep, unledTables } from './unled-tables.ts'

/** A statement that the program sent, and the file that sent it. */
export type SentStatement = { readonly text: string; readonly place: string }

/** All different statements that a run of the tests noted. */
export function readStatements(file: string): readonly SentStatement[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const sent = lines.map((line) => JSON.parse(line) as SentStatement)
  return [...new Map(sent.map((each) => [each.text, each])).values()]
}

/** A sentence for each statement that reads a merchant's table without its merchant, by the database's own plan for it. */
export async function examineStatements(owner: DatabaseConfig, sent: readonly SentStatement[]): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const findings: string[] = []
    for (const { text, place } of sent.filter((each) => /\b(millrace|vault)\.\w+/.test(each.text))) {
      const plan = await planOf(client, text).catch((error: Error) => error)
      if (plan instanceof Error) {
        findings.push(`${place} sends what cannot be examined (${plan.message}): ${text}`)
        continue
      }
      const unled = unledTables(plan)
      if (unled.length > 0) findings.push(`${place} reads ${unled.join(', ')} without its merchant: ${text}`)
    }
    return findings
  } finally {
    await client.end()
  }
}

async function planOf(client: pg.Client, text: string): Promise<PlanStep> {
  // What is only asked to be explained is examined as what it explains.
  const statement = text.replace(/^explain \([^)]*\)/, '')
  const { rows } = await client.query(`explain (generic_plan, verbose, format json) ${statement}`)
  return rows[0]?.['QUERY PLAN']?.[0]?.Plan ?? {}
}
