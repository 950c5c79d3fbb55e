import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const WEB = join(import.meta.dirname, '..', '..', 'src', 'web')
/** Attributes that people read or hear. */
const READ = ['label', 'aria-label', 'placeholder', 'title', 'description', 'alt', 'about', 'why', 'error', 'head']
const LETTERS = /\p{L}{2,}/u

/** Texts that stand in a component itself and not in src/web/words. */
function textsIn(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const note = (node: ts.Node, text: string) => {
    if (!LETTERS.test(text)) return
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${name}:${line + 1} ${text.trim().slice(0, 60)}`)
  }
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text)
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (READ.includes(node.name.getText())) note(node, node.initializer.text)
      return
    }
    if (ts.isStringLiteral(node) && /^\p{Lu}[\p{L}']* \p{Ll}/u.test(node.text) && !isThrown(node)) note(node, node.text)
    ts.forEachChild(node, look)
  }
  look(file)
  return found
}

/** What is thrown is a bug's own word, and nobody is to read it. */
const isThrown = (node: ts.Node): boolean => ts.isNewExpression(node.parent)

const components = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))

test('[X1] every text of the console stands in src/web/words', () => {
  expect(components.length).toBeGreaterThan(50)
  expect(components.flatMap((file) => textsIn(file, readFileSync(join(WEB, file), 'utf8')))).toEqual([])
})

test('[X1] a text in a component is found: between tags, in what is read aloud, and as a sentence', () => {
  const bad = `const a = <p label="Find it">Nothing here</p>; tell('Saved it all'); const b = <i className="big one" />`
  expect(textsIn('bad.tsx', bad)).toEqual(['bad.tsx:1 Find it', 'bad.tsx:1 Nothing here', 'bad.tsx:1 Saved it all'])
})

test('[X1] dates, amounts and counts are told by format.ts alone, in the language of the reader and the zone of the merchant', () => {
  const own = components.filter((file) =>
    /toLocale(Date|Time)?String|Intl\.\w+Format\([^)]|toFixed\(/.test(readFileSync(join(WEB, file), 'utf8')),
  )
  expect(own).toEqual([])
})

/** Every file of a folder of src that people wrote, as one text; without the words themselves. */
const sources = readdirSync(join(WEB, '..'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^(simulator|web\/(words|generated))\/|\.test\.ts$/.test(file))
  .map((file) => readFileSync(join(WEB, '..', file), 'utf8'))
  .join('\n')
const named = new Set(sources.match(/[\w-]+/g))

/** Names of words that stand nowhere else, neither in a page nor as something that the program knows. */
function unnamedIn(file: string, source: string): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) {
      const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText()
      if ((name.match(/[\w-]+/g) ?? []).some((part) => !named.has(part))) found.push(`${file}: ${name}`)
    }
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true))
  return found
}

test('[X1] no word is kept that no page says', () => {
  const words = readdirSync(join(WEB, 'words'))
  expect(words.flatMap((file) => unnamedIn(file, readFileSync(join(WEB, 'words', file), 'utf8')))).toEqual([])
  expect(unnamedIn('bad.ts', `export const a = { title: 'A', wordOfNobody: 'B', 'plain-xx': 'C' }`)).toHaveLength(2)
})

/** Classes of the style sheets that stand in no text of a component. */
function unusedClasses(styles: string, components: string): string[] {
  const texts = new Set(
    (components.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? []).flatMap((text) => text.split(/[^\w-]+/)),
  )
  const classes = [...styles.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/gi)].map(
    ([, name = '']) => name,
  )
  return [...new Set(classes)].filter((name) => !name.startsWith('mantine-') && !texts.has(name))
}

test('[X1] no class is styled that no component has', () => {
  const styles = readdirSync(WEB).filter((file) => file.endsWith('.css'))
  const read = (files: readonly string[]) => files.map((file) => readFileSync(join(WEB, file), 'utf8')).join('\n')
  const scripts = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  expect(unusedClasses(read(styles), read(scripts))).toEqual([])
  expect(unusedClasses('.card .gone:hover, .list { color: red }', `<p className="card list" />`)).toEqual(['gone'])
})
