import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { type Problem, tell } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import { fieldOf, type JsonPath, lineOf, lineOfFault, pathOf } from './json-lines.ts'
import { CliRefusal } from './refusal.ts'

/** A JSON file of a shape of the REST API, and a way to tell what the product finds wrong in it by its lines. */
export type ReadFile<T> = { readonly value: T; checked<V>(checked: Checked<V>): V }

const MOST_TOLD = 50

/** Reads a JSON file (`-` for standard input) in the shape that the REST API takes; all faults are told with their lines. */
export function readFile<T>(file: string, shape: z.ZodType<T>): ReadFile<T> {
  const text = readText(file)
  const name = file === '-' ? 'standard input' : file
  const parsed = shape.safeParse(parse(text, name))
  if (!parsed.success)
    throw new CliRefusal(
      parsed.error.issues
        .slice(0, MOST_TOLD)
        .flatMap((issue) => faultsOf(issue))
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

type Fault = { readonly path: JsonPath; readonly sentence: string }

const told = (text: string, name: string, { path, sentence }: Fault): string =>
  `${name}, line ${lineOf(text, path)}: ${sentence}`

const faultIn = (problem: Problem): Fault => ({
  path: pathOf(String(problem.facts.field ?? '')),
  sentence: tell(problem).sentence,
})

function readText(file: string): string {
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

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path as JsonPath
  const fault = (why: string): Fault => ({ path, sentence: `${fieldOf(path) || 'the whole'}: ${why}` })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ path: [...path, key], sentence: `${fieldOf([...path, key])}: is not a known field` }))
    case 'invalid_type':
      return [
        fault(
          issue.input === undefined && /undefined/.test(issue.message) ? 'is missing' : `must be ${issue.expected}`,
        ),
      ]
    case 'too_small':
      return [fault(`must be ${['string', 'array'].includes(issue.origin) ? 'longer: ' : ''}at least ${issue.minimum}`)]
    case 'too_big':
      return [fault(`must be ${['string', 'array'].includes(issue.origin) ? 'shorter: ' : ''}at most ${issue.maximum}`)]
    case 'invalid_value':
      return [fault(`must be ${issue.values.map(String).join(' or ')}`)]
    default:
      return [fault(issue.message.replace(/^Invalid input$/, 'cannot be read'))]
  }
}
