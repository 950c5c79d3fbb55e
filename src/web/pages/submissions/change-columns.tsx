import { Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { timeText } from '../../format.ts'
import { Dot } from '../../parts/Dot.tsx'
import type { Column } from '../../parts/ListTable.tsx'
import { submissionsWords } from '../../words/submissions.ts'
import { saidText } from '../amazon/said-text.ts'
import type { Change } from './going-up.ts'

const say = submissionsWords.changes
const COLORS = {
  due: 'gray',
  held: 'orange',
  flying: 'blue',
  accepted: 'blue',
  confirmed: 'race',
  refused: 'red',
  differs: 'orange',
} as const

type OfSku = { readonly sku: string; readonly item: string | null; readonly connection: string }

/** A SKU leads to its item; one without an item to where it gets one. */
export const SkuLink = ({ sku, item, connection }: OfSku) =>
  item === null ? (
    <Link to="/items/match" search={{ connection, sku }}>
      {sku}
    </Link>
  ) : (
    <Link to="/items/$item" params={{ item }}>
      {sku}
    </Link>
  )

/** How far a change is, as a coloured dot and its word. */
export const StateText = ({ state }: { readonly state: Change['state'] }) => (
  <>
    <Dot color={COLORS[state]} /> {submissionsWords.fieldStates[state]}
  </>
)

type Can = { readonly may: boolean; putBack(row: Change): void }

/** The columns of a list of changes; a price may be put back from it. */
export const changeColumns = ({ may, putBack }: Can): readonly Column<Change>[] => [
  {
    head: say.sku,
    cell: ({ sellerSku, itemId, connection }) => <SkuLink sku={sellerSku} item={itemId} connection={connection} />,
  },
  { head: say.field, cell: ({ field }) => say[field] },
  { head: say.there, cell: ({ confirmed, live, sent }) => saidText(confirmed ?? live ?? sent) },
  { head: say.wanted, cell: ({ wanted }) => (wanted === null ? '–' : saidText(wanted)) },
  { head: say.state, cell: ({ state }) => <StateText state={state} /> },
  { head: say.at, cell: ({ sentAt }) => timeText(sentAt) },
  { head: say.way, cell: ({ way }) => (way === null ? '–' : say.ways[way]) },
  {
    head: say.words,
    wraps: true,
    cell: (row) => (
      <>
        {row.problem && (
          <Text size="sm" c={row.state === 'refused' ? 'red.9' : undefined} className="breaks">
            {row.problem.sentence}
          </Text>
        )}
        {row.field === 'price' && row.sentAt !== null && row.pinned === null && may && (
          <Button variant="subtle" size="compact-xs" onClick={() => putBack(row)}>
            {submissionsWords.approvals.putBack}
          </Button>
        )}
      </>
    ),
  },
]
