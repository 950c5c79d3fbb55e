import { Alert, Group, Text, Title } from '@mantine/core'
import { countText, timeText } from '../../format.ts'
import { importWords } from '../../words/imports.ts'
import { usePlaces } from '../items/use-places.ts'
import { ImportChannel } from './ImportChannel.tsx'
import { ImportDeeds } from './ImportDeeds.tsx'
import { ImportMarketplace } from './ImportMarketplace.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportState } from './ImportState.tsx'
import { changedCount, type Import, isUnderWay } from './import-standing.ts'
import { recognisedText } from './recognised-text.ts'

const say = importWords.one

type Shown = {
  readonly found: Import
  /** Says anew what the columns are, where that may be said. */
  readonly tellColumns: (() => void) | undefined
}

/** What a file is, who brought it, how far it is, and what can be done with it now. */
export function ImportHead({ found, tellColumns }: Shown) {
  const { countryOf } = usePlaces()
  return (
    <section className="card connection" aria-label={found.fileName}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className="import-says">
          <Title order={2} className="breaks">
            {found.fileName}
          </Title>
          <Text size="sm">
            {recognisedText(found, countryOf)}
            {found.sheet !== '' && ` (${say.sheet(found.sheet)})`}
          </Text>
          <Text size="sm" c="dimmed">
            {storyText(found)}
          </Text>
        </div>
        <Group gap="xs">
          <ImportState {...found} />
          <ImportDeeds found={found} tellColumns={tellColumns} />
        </Group>
      </Group>
      <Notes found={found} />
      {isUnderWay(found) && <ImportProgress found={found} />}
    </section>
  )
}

/** Who did what with it, and when. */
function storyText({ madeBy, madeAt, appliedBy, appliedAt, undoneBy, undoneAt }: Import): string {
  return [
    say.broughtBy(madeBy, timeText(madeAt)),
    ...(appliedAt === null ? [] : [say.appliedBy(appliedBy ?? '', timeText(appliedAt))]),
    ...(undoneAt === null ? [] : [say.undoneBy(undoneBy ?? '', timeText(undoneAt))]),
  ].join(', ')
}

function Notes({ found }: { readonly found: Import }) {
  const { state, kind, problem, columns, counts } = found
  const ignored = columns.filter((each) => each.ignored).map(({ letter }) => letter)
  const nothing = state === 'previewed' && changedCount(found) === 0
  return (
    <>
      {problem && (
        <Alert
          color="red"
          variant="light"
          mt="sm"
          title={found.appliedAt === null ? say.failedTitle : importWords.brokeOff}
          role="alert"
        >
          {problem.sentence}
        </Alert>
      )}
      {kind === 'template' && state !== 'failed' && (
        <Text size="sm" mt="xs">
          {ignored.length > 0 ? say.ignored(ignored.join(', '), ignored.length === 1) : importWords.what.priceIgnored}{' '}
          {ignored.length > 0 && counts.created > 0 && say.waitsForPrice}
        </Text>
      )}
      <ImportMarketplace found={found} />
      <ImportChannel found={found} />
      {found.remembered && state === 'previewed' && (
        <Text size="sm" mt="xs">
          {say.remembered}
        </Text>
      )}
      {nothing && (
        <Text size="sm" mt="xs" fw={600}>
          {counts.refused > 0 ? say.nothingGood : say.nothing}
        </Text>
      )}
      {state === 'dropped' && (
        <Text size="sm" mt="xs">
          {say.dropped}
        </Text>
      )}
      {state === 'undone' && (
        <Text size="sm" mt="xs">
          {(counts.undone > 0 || counts.kept === 0) && say.undone}{' '}
          {counts.kept > 0 && say.kept(countText(counts.kept), counts.kept === 1)}
        </Text>
      )}
    </>
  )
}
