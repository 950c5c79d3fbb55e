// The version before goes on running while a migration is applied and afterwards, until its processes are exchanged (docs/deploy.md).
import type { Finding } from './source-file.ts'

/** The first migration that this binds: those before came before processes could be exchanged one by one. */
const FIRST = 48
/** What a comment right above a statement begins with, where its author knows why it may stand. */
const TOLD = /^\s*-- rolling: \S.{19,}/

type Rule = { readonly refuses: RegExp; readonly sentence: string }

const RULES: readonly Rule[] = [
  {
    refuses: /^drop (table|view|materialized view|function|type|schema)\b/,
    sentence: 'drops what the version before may use',
  },
  {
    refuses: /^alter table .*\bdrop (column )?(?!constraint|default|not null|expression|identity)/,
    sentence: 'drops a column that the version before may read',
  },
  { refuses: /^alter .*\brename\b/, sentence: 'renames what the version before names' },
  {
    refuses: /^alter table .*\balter (column )?\S+ (set data )?type\b/,
    sentence: 'writes a table anew while everything waits for it',
  },
  {
    refuses: /^alter table .*\balter (column )?\S+ set not null\b/,
    sentence: 'refuses rows that the version before writes, and reads the whole table while everything waits',
  },
  {
    refuses:
      /^alter table .*\badd (column )?(?!constraint|check|unique|primary|foreign|exclude)\S+ (?!.*\bdefault\b).*\bnot null\b/,
    sentence: 'adds a column that the version before does not fill: give it a default',
  },
  {
    refuses:
      /^alter table .*\badd (column )?(?!constraint|check|unique|primary|foreign|exclude)\S+ .*\bdefault [^,]*\b(random|clock_timestamp|nextval|gen_random_uuid)\b/,
    sentence: 'writes a table anew while everything waits for it',
  },
  {
    refuses: /^alter table .*\badd (constraint \S+ )?(check|foreign key)\b(?!.*\bnot valid\b)/,
    sentence: 'reads the whole table while everything waits: add it not valid, and validate it in the next migration',
  },
  {
    refuses: /^alter table .*\badd (constraint \S+ )?(unique|primary key|exclude)\b/,
    sentence: 'makes an index while everything waits',
  },
  { refuses: /^create (unique )?index\b/, sentence: 'makes an index while writes wait' },
  {
    refuses: /^create (or replace )?(constraint )?trigger\b/,
    sentence: 'runs inside whatever the version before writes there, with its rights',
  },
  {
    refuses: /^create or replace (function|procedure|view)\b/,
    sentence: 'changes what the version before calls, or what its writes set off',
  },
  {
    refuses: /^drop (trigger|policy|index)\b|^alter table .*\bdisable (trigger|row level security)\b/,
    sentence: 'takes from the version before what it relies on',
  },
  {
    refuses: /^(revoke|create policy|alter policy)\b|^alter table .*\b(enable|force) row level security\b/,
    sentence: 'hides or refuses rows that the version before reads or writes',
  },
  {
    refuses: /^(with .*)?(update|delete from) [\w.]+/,
    sentence:
      'holds each row that it writes until the migration ends, while the version before waits for it: let the program fill it in parts',
  },
  {
    refuses: /^(lock table|truncate|vacuum full|cluster|reindex)\b/,
    sentence: 'holds a table that the version before works on',
  },
]

/** Statements of a migration that the version before would not survive; what a file makes itself it may change as it likes. */
export function rollingMigrations(path: string, sql: string): Finding[] {
  if (Number(/(\d{4})_[^/]*$/.exec(path)?.[1] ?? 0) < FIRST) return []
  const statements = statementsOf(sql)
  const own = new Set(
    statements.flatMap(({ text }) => /^create table (?:if not exists )?([\w.]+)/.exec(text)?.[1] ?? []),
  )
  return statements.flatMap(({ text, line, isTold }) => {
    const rule = RULES.find(({ refuses }) => refuses.test(text))
    if (!rule || isTold || own.has(tableOf(text))) return []
    return [
      {
        at: `${path}:${line}`,
        sentence: `${rule.sentence}. See CONTRIBUTING.md, or say above it "-- rolling: " and why it may.`,
      },
    ]
  })
}

const tableOf = (text: string): string =>
  /^(?:alter table|lock table|truncate|drop table) (?:if exists )?(?:only )?([\w.]+)/.exec(text)?.[1] ??
  /^create (?:unique )?index .*? on (?:only )?([\w.]+)/.exec(text)?.[1] ??
  /^(?:create|alter|drop)(?: or replace)?(?: constraint)? (?:trigger|policy) .*? on (?:only )?([\w.]+)/.exec(
    text,
  )?.[1] ??
  /^(?:update|delete from) (?:only )?([\w.]+)/.exec(text)?.[1] ??
  ''

type Statement = { readonly text: string; readonly line: number; readonly isTold: boolean }

/** The statements in lower case without comments and with single spaces; bodies of functions and texts are emptied. */
function statementsOf(sql: string): Statement[] {
  const bare = sql.replace(/(\$\w*\$)[\s\S]*?\1|'(?:[^']|'')*'/g, (text) => `''${text.replace(/[^\n]/g, '')}`)
  const found: Statement[] = []
  let [text, line, isTold] = ['', 0, false]
  for (const [index, whole] of bare.split('\n').entries()) {
    if (text === '' && TOLD.test(whole)) isTold = true
    for (const [at, part] of whole.replace(/--.*$/, '').split(';').entries()) {
      if (at > 0) {
        if (text !== '') found.push({ text: text.toLowerCase(), line, isTold })
        text = ''
        isTold = false
      }
      const words = part.trim().replace(/\s+/g, ' ')
      if (words === '') continue
      if (text === '') line = index + 1
      text = text === '' ? words : `${text} ${words}`
    }
  }
  return text === '' ? found : [...found, { text: text.toLowerCase(), line, isTold }]
}
