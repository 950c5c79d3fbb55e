// Every statement on a merchant's tables carries merchant_id: only so could the rows of each merchant lie on a server of their own.
import ts from 'typescript'
import { eachNode, type Finding, findingAt, type SourceFile } from './source-file.ts'

/** A text that names a merchant's table and needs no merchant, by words of it (or all of a file), and why. */
export type Exception = { readonly file: string; readonly words?: string; readonly why: string }

/** All there are. */
const EXCEPTIONS: readonly Exception[] = [
  {
    file: 'src/store/list-orders-across.ts',
    words: 'where ORDER_FILTERS',
    why: 'its filters, a list of texts, begin with the merchant',
  },
  {
    file: 'src/store/metric-questions.ts',
    why: 'metrics tell how the whole deployment is, by functions with the rights of the owner of the tables (decisions 0030, 0032)',
  },
  { file: 'src/store/step-back.ts', why: 'a restore puts all merchants back at once, as the owner of the tables' },
  {
    file: 'src/main/doctor/counted-facts.ts',
    why: 'the operator counts what the whole deployment has, by the same functions',
  },
  {
    file: 'src/main/doctor/work-questions.ts',
    why: 'the operator looks at the work of the whole deployment, by the same functions',
  },
]

/** A merchant's table in SQL, with the alias that follows it. */
const TABLE =
  /\b(from|join|into|update|using|,)\s+(?:only\s+)?((?:millrace|vault)\.[a-z_]+)\b(?!\()(?:\s+(?:as\s+)?([a-z]\w*))?/gi
/** Words that may follow a table and are no alias of it. */
const NO_ALIAS =
  /^(where|on|using|set|order|group|limit|join|left|right|full|inner|cross|natural|union|except|for|select|values|returning|and|or|default|when|as|having|window|tablesample|disable|enable|add|drop|overriding|to)$/i

/** Every SQL text of src says which merchant it means for each table of merchants that it names; an exception that excepts nothing is refused too. */
export function merchantInSql(files: readonly SourceFile[], exceptions: readonly Exception[] = EXCEPTIONS): Finding[] {
  const used = new Set<Exception>()
  const found = files.filter(isLookedAt).flatMap((file) =>
    unledTexts(file).flatMap(({ node, text, tables }) => {
      const fitting = exceptions.filter((each) => each.file === file.path && text.includes(each.words ?? ''))
      for (const each of fitting) used.add(each)
      const sentence = `this SQL names ${tables.join(', ')} without its merchant_id.`
      return fitting.length > 0 ? [] : [findingAt(file, node, sentence)]
    }),
  )
  const idle = exceptions.filter((each) => !used.has(each))
  return [
    ...found,
    ...idle.map(({ file }) => ({ at: file, sentence: 'is excepted from merchant_id in SQL, and need not be.' })),
  ]
}

const isLookedAt = ({ path }: SourceFile): boolean =>
  path.startsWith('src/') && !/^src\/(simulator|web)\/|\.test\.ts$/.test(path)

type Unled = { readonly node: Text; readonly text: string; readonly tables: readonly string[] }

function unledTexts(file: SourceFile): Unled[] {
  const texts = constants(file)
  const parts = partsOf(file, texts)
  const unled: Unled[] = []
  eachNode(file, (node) => {
    if (!isText(node) || parts.has(node)) return
    const text = textOf(node, texts)
    const tables = tablesWithout(text)
    if (tables.length > 0) unled.push({ node, text, tables })
  })
  return unled
}

/** Tables of merchants in a text for which no merchant_id is named. */
function tablesWithout(text: string): string[] {
  const sql = text.replace(/--.*$/gm, '').replace(/\s+/g, ' ')
  const named = [...sql.matchAll(TABLE)].map(([, , table = '', alias = '']) => ({
    table,
    name: alias === '' || NO_ALIAS.test(alias) ? '' : alias,
  }))
  const isAlone = /(?<![.\w])merchant_id\b/.test(sql)
  const isLed = (name: string) => name !== '' && new RegExp(`\\b${name}\\.merchant_id\\b`).test(sql)
  const unled = named.filter(({ name }) => !isAlone && !isLed(name))
  return [...new Set(unled.map(({ table }) => table))]
}

type Text = ts.StringLiteralLike | ts.TemplateExpression

const isText = (node: ts.Node): node is Text => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)

/** Texts that are put into others of their file: they are looked at there. */
function partsOf(file: SourceFile, texts: ReadonlyMap<string, Text>): ReadonlySet<ts.Node> {
  const parts = new Set<ts.Node>()
  eachNode(file, (node) => {
    if (!ts.isTemplateSpan(node)) return
    const put = ts.isIdentifier(node.expression) ? texts.get(node.expression.text) : undefined
    if (put) parts.add(put)
  })
  return parts
}

/** The texts that a file gives names to. */
function constants(file: SourceFile): ReadonlyMap<string, Text> {
  const found = new Map<string, Text>()
  eachNode(file, (node) => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && isText(node.initializer))
      found.set(node.name.text, node.initializer)
  })
  return found
}

/** A text with the named texts of its file put in; what comes from elsewhere stands by its name, or as a dash. */
function textOf(node: Text, texts: ReadonlyMap<string, Text>): string {
  if (!ts.isTemplateExpression(node)) return node.text
  const parts = node.templateSpans.map(({ expression, literal }) => {
    const put = ts.isIdentifier(expression) ? texts.get(expression.text) : undefined
    return `${put && put !== node ? textOf(put, texts) : nameOf(expression)}${literal.text}`
  })
  return node.head.text + parts.join('')
}

const nameOf = (expression: ts.Expression): string => (ts.isIdentifier(expression) ? expression.text : '-')
