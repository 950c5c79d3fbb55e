import { Progress, Text } from '@mantine/core'
import { countText } from '../../format.ts'
import { importWords } from '../../words/imports.ts'
import type { Import } from './import-standing.ts'

const say = importWords.one

/** How far reading, applying or undoing is; who leaves finds it again in the list of imports. */
export function ImportProgress({ found: { state, rows, done } }: { readonly found: Import }) {
  const copying = state === 'reading' && done === 0
  return (
    <div role="status">
      <Progress
        mt="sm"
        value={copying || rows === 0 ? 100 : (100 * done) / rows}
        animated={copying || rows === 0}
        aria-label={say.progress}
      />
      <Text size="sm" mt={6}>
        {sentenceOf({ state, rows, done })} {say.leave}
      </Text>
    </div>
  )
}

function sentenceOf({ state, rows, done }: Pick<Import, 'state' | 'rows' | 'done'>): string {
  const [far, all] = [countText(done), countText(rows)]
  if (state === 'applying') return say.applying(far, all)
  if (state === 'undoing') return say.undoing(far, all)
  if (rows === 0) return say.readingFirst
  return done === 0 ? say.reading(all) : say.deciding(far, all)
}
