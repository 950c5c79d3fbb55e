import pg from 'pg'
import type { DatabaseConfig } from '#store/db.ts'
import { askQuestion, type Question } from '#store/questions.ts'
import { type Finding, fine, soon, wrong } from './finding.ts'
import { WORK_QUESTIONS } from './work-questions.ts'

const nameOf = (about: string): string => `doctor ${about}`

/** What the doctor asks, by the names under which `migrate` installs it. */
export const QUESTIONS_OF_DOCTOR: readonly Question[] = WORK_QUESTIONS.map(({ about, sql }) => ({
  name: nameOf(about),
  sql,
}))

/** Asks the tables how the work stands; a question that cannot be answered is told, and the others are asked all the same. */
export async function examineWork(database: DatabaseConfig, now: number): Promise<Finding[]> {
  const client = new pg.Client({ ...database, application_name: 'millrace doctor', statement_timeout: 30_000 })
  client.on('error', () => {})
  await client.connect()
  const findings: Finding[] = []
  try {
    for (const { about, answer } of WORK_QUESTIONS) {
      try {
        const [row] = await askQuestion<Record<string, number>>(client, nameOf(about), now)
        const { state, sentence, mend } = answer(row ?? {})
        findings.push({ ok: fine, warn: soon, bad: wrong }[state](about, sentence, mend))
      } catch (error) {
        const code = (error as { code?: string }).code ?? 'unknown'
        findings.push(soon(about, `This could not be looked at (${code}).`, 'report it'))
      }
    }
    return findings
  } finally {
    await client.end()
  }
}
