import { Dot } from '../../parts/Dot.tsx'
import { importWords } from '../../words/imports.ts'
import type { Import } from './import-standing.ts'

const COLORS: Readonly<Record<Import['state'], string>> = {
  reading: 'blue',
  columns: 'orange',
  previewed: 'orange',
  applying: 'blue',
  applied: 'race',
  undoing: 'blue',
  undone: 'gray',
  failed: 'red',
  dropped: 'gray',
}

/** How far an import is; the word says it, the colour only helps. */
export const ImportState = ({ state, appliedAt }: Pick<Import, 'state' | 'appliedAt'>) => (
  <span>
    <Dot color={COLORS[state]} />{' '}
    {state === 'failed' && appliedAt !== null ? importWords.brokeOff : importWords.states[state]}
  </span>
)
