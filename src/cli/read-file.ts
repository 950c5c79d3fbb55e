import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Problem } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import { lineOf, lineOfFault, pathOf } from './json-lines.ts'
import { CliRefusal } from './refusal.ts'
import { said } from './said.ts'
import { type Fault, faultsOf, formOf } from './shape-faults.ts'

/** A JSON file of a shape of the REST API, and a way to tell what the product finds wrong in it by its lines. */
export type ReadFile<T> = { readonly value: T; checked<V>(checked: Checked<V>): V }

/** Most faults of one file that are told. */
export const MOST_TOLD = 50

/** Reads a JSON file (`-` for standard input) in the shape that the REST API takes; all faults are told with their lines. */
export function readFile<T>(file: string, shape: z.ZodType<T>): ReadFile<T> {
  const text = readText(file)
  const name = file === '-' ? 'standard input' : file
  const parsed = shape.safeParse(parse(text, name))
  if (!parsed.success)
    throw new CliRefusal(
      parsed.error.issues
        .slice(0, MOST_TOLD)
        .flatMap((issue) => (isBare(issue) ? [{ path: [], sentence: mustLook(shape) }] : faultsOf(issue)))
        .map((fault) => told(text, name, fault)),
    )
  return {
    value: parsed.data,
    checked(checked) {
      if (checked.ok) return checked.value
      throw new CliRefusal(checked.problems.map((problem) => told(text, name, faultIn(problem))))
    },
  }
}

/** A value of another kind than an object with fields: mostly a list by itself. */
const isBare = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.path.length === 0

const mustLook = (shape: z.ZodType): string => `the whole: must be ${formOf(shape) ?? 'names and values'}`

const told = (text: string, name: string, { path, sentence }: Fault): string =>
  `${name}, line ${lineOf(text, path)}: ${sentence}`

/** A fault that the product found, with its place. */
export const faultIn = (problem: Problem): Fault => ({
  path: pathOf(String(problem.facts.field ?? '')),
  sentence: said(problem),
})

/** The text of a file, or of standard input (`-`). */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new CliRefusal(`The file ${file} ${why}.`)
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = (error as Error).message.replace(/ in JSON at position.*$/, '').replace(/, ?(\.\.\.)?"[\s\S]*$/, '')
    throw new CliRefusal(`${name}, line ${lineOfFault(text)}: this is not JSON (${why}).`)
  }
}
