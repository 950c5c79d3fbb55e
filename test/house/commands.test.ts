import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { buildProgram } from '#cli/program.ts'

const root = join(import.meta.dirname, '..', '..')
/** A command line, to the end of its sentence. */
const NAMED = /\.\/millrace ((?:[a-z][a-z-]*|--[a-z-]+)(?: +(?!\.\/)(?:"[^"\n]*"|[^\s`"'|();]+(?<![.:])))*)/g

/** The pages and sentences that name commands. */
const files = () =>
  execFileSync(
    'git',
    ['ls-files', 'README.md', 'SECURITY.md', 'docs/*.md', 'deploy/*', 'src/**/*.ts', 'src/**/*.html'],
    {
      cwd: root,
    },
  )
    .toString()
    .split('\n')
    .filter((file) => file !== '' && !file.endsWith('.test.ts') && !file.startsWith('docs/rule-index'))

/** What is wrong with a command line: a command or an option that there is not. */
function wrongIn(program: Command, words: readonly string[]): string | null {
  const command = commandOf(program, words)
  if (command === program && !words[0]?.startsWith('--')) return `no command ${words[0]}`
  const next = words[namesOf(command).length] ?? ''
  // What does something by itself may be followed by the rest of a sentence.
  const isGroup = command !== program && command.commands.length > 0 && command.options.length === 0
  if (isGroup && /^[a-z][a-z-]*$/.test(next)) return `no ${next} in ${command.name()}`
  const options = words.filter((each) => /^--[a-z]/.test(each)).map((each) => each.replace(/[=.,;:].*$/, ''))
  const unknown = options.find((each) => each !== '--help' && !command.options.some(({ long }) => long === each))
  return unknown === undefined ? null : `no ${unknown} in ${command.name()}`
}

const commandOf = (command: Command, [word = '', ...rest]: readonly string[]): Command => {
  const next = command.commands.find((each) => each.name() === word || each.aliases().includes(word))
  return next ? commandOf(next, rest) : command
}

const namesOf = (command: Command): string[] =>
  command.parent ? [...namesOf(command.parent as Command), command.name()] : []

test('[X3] every command that a page or a sentence names is there, with the options that it names', () => {
  const program = buildProgram()
  const wrong: string[] = []
  let count = 0
  for (const file of files())
    for (const [, line = ''] of readFileSync(join(root, file), 'utf8').matchAll(NAMED)) {
      count++
      const why = wrongIn(program, line.split(/ +/))
      if (why !== null) wrong.push(`${file}: ./millrace ${line}: ${why}`)
    }
  expect(wrong).toEqual([])
  expect(count).toBeGreaterThan(100)
})
