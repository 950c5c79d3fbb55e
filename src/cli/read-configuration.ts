import type { z } from 'zod'
import { configurationBody } from '#contract/configuration.ts'
import type { Checked } from '#core/settings/faults.ts'
import { visibleText } from '#core/visible-text.ts'
import { readYaml } from '#files/read-yaml.ts'
import { faultIn, MOST_TOLD, readText } from './read-file.ts'
import { CliRefusal } from './refusal.ts'
import { type Fault, faultsOf } from './shape-faults.ts'

/** A configuration file, and a way to tell what the product finds wrong in it by its lines. */
export type ConfigurationFile = {
  readonly value: z.output<typeof configurationBody>
  checked<V>(checked: Checked<V>): V
}

/** Reads a configuration file (`-` for standard input); everything that is wrong with it is told at once, with its lines (X4). */
export function readConfigurationFile(file: string): ConfigurationFile {
  const text = readText(file)
  const name = file === '-' ? 'standard input' : file
  const yaml = readYaml(text)
  if (!yaml.ok) throw refusalOf(yaml.faults.map(({ line, why }) => `${name}, line ${line}: ${why}.`))
  const told = ({ path, sentence }: Fault) => ({ line: yaml.lineOf(path), sentence })
  const inOrder = (faults: readonly Fault[]) =>
    faults
      .map(told)
      .sort((one, other) => one.line - other.line)
      .map(({ line, sentence }) => `${name}, line ${line}: ${sentence}`)
  const parsed = configurationBody.safeParse(yaml.value)
  if (!parsed.success) throw refusalOf(inOrder(parsed.error.issues.slice(0, 1000).flatMap((issue) => faultsOf(issue))))
  return {
    value: parsed.data,
    checked(checked) {
      if (checked.ok) return checked.value
      throw refusalOf(inOrder(checked.problems.map(faultIn)))
    },
  }
}

function refusalOf(sentences: readonly string[]): CliRefusal {
  const more = sentences.length - MOST_TOLD
  return new CliRefusal([
    ...sentences.slice(0, MOST_TOLD).map((each) => visibleText(each, 1000)),
    ...(more > 0 ? [`... and ${more} more.`] : []),
    'Nothing was changed.',
  ])
}
