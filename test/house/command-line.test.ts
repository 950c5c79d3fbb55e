import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { pathOf } from '#cli/examples.ts'
import { buildProgram } from '#cli/program.ts'
import { makeApi } from '../make/api.ts'
import { allCommands as all, mistyped } from '../make/mistyped.ts'
import { operationsOf } from '../make/operations.ts'
import { OPERATIONS_BY_COMMAND } from '../make/operations-by-command.ts'

/** Commands without --json, and why. */
const NO_JSON: Readonly<Record<string, string>> = {
  serve: 'it runs until it is stopped',
  web: 'it runs until it is stopped',
  worker: 'it runs until it is stopped',
  demo: 'it plays a day for somebody to look at',
  'demo reset': 'it removes the demo and prints one sentence',
  upgrade: 'it asks a person, step by step',
  'channel template': 'it prints a file',
}

const helpOf = (command: Command): string => {
  let text = ''
  const write = (more: string) => {
    text += more
  }
  command.configureOutput({ writeOut: write, writeErr: write }).outputHelp()
  return text
}
const exampleIn = (command: Command): string | null =>
  /^Example: \.\/millrace (.*)$/m.exec(helpOf(command))?.[1] ?? null
const commands = all(buildProgram()).filter((each) => pathOf(each) !== '')
const doing = commands.filter((each) => each.commands.length === 0 || exampleIn(each) !== null)

describe('every command', () => {
  test('[X3] has an example in its help, and the program takes it as it stands there', async () => {
    expect(doing.length).toBeGreaterThan(200)
    const wrong: string[] = []
    for (const command of doing) {
      const line = exampleIn(command)
      if (line === null) wrong.push(`${pathOf(command)} has no example: src/cli/examples.ts`)
      else {
        const why = line.startsWith(pathOf(command)) ? await mistyped(line) : 'is the example of another command'
        if (why !== null) wrong.push(`${line}: ${why}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('[X3] a mistyped command line is found by what looks at the examples', async () => {
    expect(await mistyped('mapping add ONLY-ONE')).toContain('missing required argument')
    expect(await mistyped('orders list --stge x')).toContain('unknown option')
    expect(await mistyped('webhook add --name x')).toContain('required option')
  })

  test('[X3] prints JSON for programs, but where there is a reason', () => {
    const without = doing.filter((each) => !each.options.some(({ long }) => long === '--json')).map(pathOf)
    expect(without.sort()).toEqual(Object.keys(NO_JSON).sort())
  })

  test('[X3] is told of its exit codes, and says what it does in one line', () => {
    expect(helpOf(buildProgram())).toMatch(/Exit codes: 0 done; 1 refused .*; 2 mistyped/)
    expect(commands.filter((each) => each.description().length < 10 || each.description().includes('\n'))).toEqual([])
  })
})

test('[X3] every operation of the API has a command, or a reason why only a program or a person in the console does it', async () => {
  const api = await makeApi()
  const document = JSON.parse((await api.app.inject({ url: '/api/v1/openapi.json' })).body) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const named = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  )
  const told = Object.values(OPERATIONS_BY_COMMAND).flat()
  expect([...told].sort()).toEqual([...named].sort())
  const paths = new Set(doing.map(pathOf))
  const strange = Object.keys(OPERATIONS_BY_COMMAND).filter((name) => !name.startsWith('(') && !paths.has(name))
  expect(strange).toEqual([])
  expect((await operationsOf(api.app)).operations).toHaveLength(named.length)
  await api.close()
})
