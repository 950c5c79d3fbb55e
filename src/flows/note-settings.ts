import type { Configuration } from '#core/settings/configuration.ts'
import type { Change } from '#core/settings/configuration-diff.ts'
import type { ChangedSection } from '#core/settings/settings-change.ts'
import { settingsChanges } from '#core/settings/settings-change.ts'
import { type SectionValues, toldSection } from '#core/settings/told-sections.ts'
import type { Deps, Tx } from './deps.ts'

/** So many names stand in the audit; all of them stand in the history. */
const MOST_NAMED = 20

/**
 * Writes into the history who changed what of a section, and into the audit that it was done, in the transaction of the change; nothing
 * where nothing differs (D38). What the program does by itself, as the demo's first settings, stands in the history only.
 */
export async function noteSettings<S extends ChangedSection>(
  { by, now }: Pick<Deps, 'by' | 'now'>,
  tx: Tx,
  { section, before, after }: { section: S; before: SectionValues[S]; after: SectionValues[S] },
): Promise<void> {
  const { currency } = await tx.store.merchantFacts()
  const told = (value: SectionValues[S]) => toldSection(section, { value, currency })
  const changes = settingsChanges(told(before), told(after))
  if (changes.length === 0) return
  const at = now()
  await tx.store.addSettingsChange({ section, at, by, changes })
  const named = changes.flatMap(({ entry, fields }) => entry ?? fields.map(({ field }) => field))
  const facts = { section, what: named.slice(0, MOST_NAMED), count: named.length }
  if (by.way !== 'program') tx.audit.note({ at, act: 'settings-changed', who: by.who, facts })
}

/** The sections of a configuration that have a history of their own here; vendors note their own. */
const KEPT = ['merchant', 'centers', 'methods', 'carriers', 'themes', 'orders', 'shipping', 'inventory'] as const
/** Those of the catalogue: their items have histories of their own, the audit tells how many changed. */
const COUNTED = ['items', 'offers', 'amazonTabs', 'mappings'] as const

/** Links of listings are counted too; they stand in no configuration. */
type Counted = { readonly section: (typeof COUNTED)[number] | 'links'; readonly count: number }

/** Writes into the audit how many entries of the catalogue were changed, and by whom; nothing where none was (D38). */
export function noteCounted({ by, now }: Pick<Deps, 'by' | 'now'>, tx: Tx, facts: Counted): void {
  if (facts.count > 0 && by.way !== 'program') tx.audit.note({ at: now(), act: 'settings-changed', who: by.who, facts })
}

type Applied = {
  readonly before: Partial<Configuration>
  readonly after: Partial<Configuration>
  readonly changes: readonly Change[]
}

/** The same for every section of a configuration that was applied (X4, D38). */
export async function noteApplied(deps: Deps, tx: Tx, applied: Applied): Promise<void> {
  for (const section of KEPT) await noteOne(deps, tx, { ...applied, section })
  for (const section of COUNTED) {
    const count = applied.changes.filter((change) => change.section === section).length
    noteCounted(deps, tx, { section, count })
  }
}

async function noteOne<S extends (typeof KEPT)[number]>(
  deps: Deps,
  tx: Tx,
  { before, after, section }: Applied & { readonly section: S },
): Promise<void> {
  const [was, is] = [before[section], after[section]] as [SectionValues[S] | undefined, SectionValues[S] | undefined]
  if (was && is) await noteSettings(deps, tx, { section, before: was, after: is })
}
