import type { Connection } from '../connection.ts'
import { LEVEL_NAMES, type Level } from '../shipping/service-level.ts'

/** One step before importing starts (C9). A step that is not required may be left open. */
export type ChecklistStep = {
  readonly step: 'credentials' | 'cut-off' | 'methods' | 'mappings'
  readonly done: boolean
  readonly required: boolean
  readonly sentence: string
  /** What we would enter, where there is something to propose. */
  readonly proposal: string | null
}

/** What the checklist looks at. */
export type ChecklistFacts = {
  readonly connections: readonly Pick<Connection, 'id' | 'state'>[]
  readonly notBefore: string | null
  /** Today in the merchant's time zone, `YYYY-MM-DD`. */
  readonly today: string
  readonly levelsWithout: readonly Level[]
  readonly items: number
  readonly mappings: number
}

/** More items or SKU mappings than so many are not counted for the list. */
export const MANY = 10_000

/** The steps in their order: credentials, the cut-off date (proposed as today), a method for each level, mappings (C9, O2, O9, O11). */
export function checklist(facts: ChecklistFacts): readonly ChecklistStep[] {
  return [credentials(facts), cutOff(facts), methods(facts), mappings(facts)]
}

function credentials({ connections }: ChecklistFacts): ChecklistStep {
  const named = (wanted: Connection['state']) =>
    connections.flatMap(({ id, state }) => (state === wanted ? [id] : [])).join(', ')
  const [good, byFiles] = [named('authorized'), named('by-files')]
  const told = [...(good ? [`Connected: ${good}.`] : []), ...(byFiles ? [`By files: ${byFiles}.`] : [])].join(' ')
  const sentence =
    connections.length > 0
      ? told || 'The authorization is gone. Connect again.'
      : 'Connect to Amazon: region, Seller ID and refresh token. Without an API, work by files.'
  return { step: 'credentials', done: told !== '', required: true, sentence, proposal: null }
}

function cutOff({ notBefore, today }: ChecklistFacts): ChecklistStep {
  const sentence =
    notBefore === null
      ? `No date is set: importing begins with orders placed after it is started. Recommended: ${today}.`
      : `Orders placed before ${notBefore} are not imported.`
  const done = notBefore !== null
  return { step: 'cut-off', done, required: false, sentence, proposal: done ? null : today }
}

function methods({ levelsWithout }: ChecklistFacts): ChecklistStep {
  const names = levelsWithout.map((level) => LEVEL_NAMES[level]).join(', ')
  const done = levelsWithout.length === 0
  const sentence = done ? 'Every service level has a shipping method.' : `No shipping method is valid for ${names}.`
  return { step: 'methods', done, required: true, sentence, proposal: null }
}

const said = (count: number, more: string) => (count > MANY ? `${more} than 10,000` : `${count}`)

function mappings({ items, mappings: mapped }: ChecklistFacts): ChecklistStep {
  const sentence =
    items === 0
      ? 'There are no items yet: every order would be held.'
      : `${said(items, 'More')} items and ${said(mapped, 'more')} SKU mappings. A seller SKU without either is held; the preview shows which.`
  return { step: 'mappings', done: items > 0, required: false, sentence, proposal: null }
}
