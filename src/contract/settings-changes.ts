import { z } from 'zod'
import { CHANGED_SECTIONS, type SettingsChange, WAYS } from '#core/settings/settings-change.ts'
import { instant, pageQuery, writeInstant } from './parts.ts'

/** Whose history is wanted. */
export const settingsChangesQuery = pageQuery.extend({
  section: z.enum(CHANGED_SECTIONS).optional().describe('Only this section.'),
})

const value = z.unknown().describe('Any JSON value.')

/** One saving of a section: who, when, by which door, and what differs (D38). */
export const settingsChange = z
  .object({
    change: z.int(),
    section: z.enum(CHANGED_SECTIONS),
    at: instant,
    who: z.string().describe('A person by e-mail address, an API key by its id, the command line, or the program.'),
    way: z.enum(WAYS).describe('By which door the change came.'),
    changes: z.array(
      z
        .object({
          entry: z.string().nullable().describe('The entry of a list by its name; null for the section itself.'),
          kind: z.enum(['added', 'changed', 'removed']),
          fields: z
            .array(z.object({ field: z.string(), from: value, to: value }))
            .describe('What differs, old and new; of a list of plain values, those that go and those that come.'),
        })
        .meta({ id: 'SettingsDifference' }),
    ),
  })
  .meta({ id: 'SettingsChange' })

type Saved = Omit<z.output<typeof settingsChange>, 'change' | 'at' | 'changes'> & {
  readonly changeId: number
  readonly at: number
  readonly changes: readonly SettingsChange[]
}

/** Writes one saving. */
export const writeSettingsChange = ({ changeId, at, changes, ...rest }: Saved): z.output<typeof settingsChange> => ({
  change: changeId,
  section: rest.section,
  at: writeInstant(at),
  who: rest.who,
  way: rest.way,
  changes: changes.map((each) => ({ ...each, fields: [...each.fields] })),
})
