import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configurationBody } from '#contract/configuration.ts'
import { readYaml } from '#files/read-yaml.ts'
import { mistyped } from '../make/mistyped.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const listed = (...of: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...of], { cwd: root })
    .toString()
    .split('\n')
    .filter(Boolean)
/** Pages that people read; the rule index is made, and the plan goes. */
const pages = listed('*.md').filter((file) => !/rule-index|plan\.md$|simulator\/README/.test(file))
const document = JSON.parse(read('docs/openapi.json')) as { paths: Record<string, Record<string, unknown>> }

const withoutCode = (page: string): string => page.replace(/^```[\s\S]*?^```/gm, '')
/** The blocks of a page in a language, each with the line on which it begins. */
const blocksOf = (file: string, language: string) =>
  [...read(file).matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)]
    .filter(([, named]) => named === language)
    .map((match) => ({
      text: match[2] ?? '',
      at: `${file}:${read(file).slice(0, match.index).split('\n').length}`,
    }))

/** The name under which a heading can be reached, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
const anchorsOf = (file: string): string[] =>
  [...withoutCode(read(file)).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading ?? ''))

function deadLinks(file: string): string[] {
  const links = [...withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to ?? '')
  return links
    .filter((to) => !/^(https?|mailto):/.test(to))
    .filter((to) => {
      const [path = '', anchor] = to.split('#')
      const target = path === '' ? file : normalize(join(dirname(file), path))
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
    })
    .map((to) => `${file}: ${to}`)
}

describe('the pages', () => {
  test('[X1] lead nowhere that is not there', () => {
    expect(pages.length).toBeGreaterThan(60)
    expect(pages.flatMap(deadLinks)).toEqual([])
  })

  test('[X1] can all be found from docs/README.md', () => {
    const index = read('docs/README.md')
    const lost = pages.filter(
      (file) => /^docs\/[^/]+\.md$/.test(file) && file !== 'docs/README.md' && !index.includes(`(${file.slice(5)})`),
    )
    expect(lost).toEqual([])
  })

  test('[X3] hold only command lines that the program takes as they stand', async () => {
    const wrong: string[] = []
    let count = 0
    for (const file of pages)
      for (const { text, at } of blocksOf(file, ''))
        for (const line of commandsIn(text)) {
          count++
          const why = await mistyped(line)
          if (why !== null) wrong.push(`${at}: ./millrace ${line}: ${why.trim()}`)
        }
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(120)
  })

  test('[X1][X4] hold only samples of JSON and YAML that can be read, and configurations that can be applied', () => {
    const wrong: string[] = []
    const samples = { json: 0, yaml: 0 }
    for (const file of pages) {
      for (const { text, at } of blocksOf(file, 'json')) {
        samples.json++
        if (!isJson(text)) wrong.push(`${at} is no JSON`)
      }
      for (const { text, at } of blocksOf(file, 'yaml')) {
        samples.yaml++
        wrong.push(...faultsOfYaml(text).map((fault) => `${at} ${fault}`))
      }
    }
    expect(wrong).toEqual([])
    expect([samples.json > 0, samples.yaml > 0]).toEqual([true, true])
  })

  test('[X1] name only addresses of the API that there are', () => {
    const wrong = pages.flatMap((file) =>
      [...read(file).matchAll(/`(GET|PUT|POST|PATCH|DELETE) (\/[^\s`?]+)/g)]
        .filter(([, method = '', path = '']) => !isKnown(method, path.replace(/^\/api\/v1/, '')))
        .map(([named]) => `${file}: ${named}`),
    )
    expect(wrong).toEqual([])
  })
})

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => {
    const shape = path.replace('/api/v1', '').replace(/\{\w+\}/g, '[^/]+')
    return new RegExp(`^${method.toUpperCase()} ${shape}$`)
  }),
)
/** True for an operation of the document, whatever stands in its places. */
const isKnown = (method: string, path: string): boolean => operations.some((each) => each.test(`${method} ${path}`))

/** The command lines of a block: without comments, with their continued lines, each part of a pipe by itself. */
function commandsIn(block: string): string[] {
  return (
    block
      .replace(/ *\\\n\s*/g, ' ')
      .split('\n')
      .flatMap((line) => line.split(/ [|] | && /))
      .map((line) => line.trim())
      .filter((line) => line.startsWith('./millrace '))
      .map((line) =>
        line
          .slice('./millrace '.length)
          .replace(/\s+(#|>|2>|<).*$|\s{2,}.*$/, '')
          .trim(),
      )
      // What the program itself printed may go on as a sentence.
      .filter((line) => !/\.\.\.|…|, or \.\/|\. [A-Z]/.test(line))
  )
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A sample whose names are sections of a configuration must be one. */
function faultsOfYaml(text: string): string[] {
  const yaml = readYaml(text)
  if (!yaml.ok) return yaml.faults.map(({ line, why }) => `line ${line}: ${why}`)
  const names = Object.keys((yaml.value ?? {}) as object)
  if (!names.every((name) => name in configurationBody.shape)) return []
  const parsed = configurationBody.safeParse(yaml.value)
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('the settings of the program', () => {
  const told = new Set([...read('.env.example').matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? ''))
  /** What the files to deploy by say to Caddy and to compose, not to the program. */
  const OF_DEPLOYING = ['MILLRACE_SITE', 'MILLRACE_WEBS']
  const NAME = /\b(?:MILLRACE|DATABASE)_[A-Z][A-Z0-9_]*\b/g

  test('[M5] that a page names stand in .env.example', () => {
    const wrong = [...pages, ...listed('deploy/*')].flatMap((file) =>
      [...read(file).matchAll(NAME)]
        .map(([name]) => name)
        .filter(
          (name) =>
            !told.has(name) &&
            !OF_DEPLOYING.includes(name) &&
            ![...told].some((each) => each.startsWith(name) && name.endsWith('_')),
        )
        .map((name) => `${file}: ${name}`),
    )
    expect([...new Set(wrong)]).toEqual([])
  })

  test('[M5] that the program reads are those of .env.example', () => {
    const sources = listed('src/main/*.ts', 'src/main/**/*.ts').map(read).join('\n')
    const named = new Set(
      [...sources.matchAll(/\b(?:MILLRACE|DATABASE)_[A-Z][A-Z0-9_]*[A-Z0-9]\b/g)].map(([name]) => name),
    )
    expect([...told].filter((name) => !named.has(name))).toEqual([])
    expect([...named].filter((name) => !told.has(name)).sort()).toEqual([])
  })
})
