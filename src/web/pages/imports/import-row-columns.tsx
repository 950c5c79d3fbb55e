import { Badge, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ImportOutcome } from '#core/spreadsheet/import.ts'
import { Dot } from '../../parts/Dot.tsx'
import type { Column } from '../../parts/ListTable.tsx'
import { importWords } from '../../words/imports.ts'
import { type Import, type ImportRow, isOver } from './import-standing.ts'

const say = importWords.rows
/** So many fields that change stand in a row; the others are counted. */
const MOST_CHANGES = 3

const COLORS: Readonly<Record<ImportOutcome, string>> = {
  created: 'race',
  updated: 'blue',
  unchanged: 'gray',
  refused: 'red',
  placed: 'race',
  held: 'orange',
  skipped: 'gray',
}

/** The columns of an import's rows: where, what, what becomes of it and why. */
export const rowColumns = (found: Import): readonly Column<ImportRow>[] => [
  {
    head: say.row,
    narrow: true,
    cell: (row) => (
      <>
        <Target row={row} found={found} />
        <Text size="xs" c="dimmed" fw={400}>
          {say.rowOf(row.row)}
        </Text>
      </>
    ),
  },
  {
    head: isOver(found) ? say.ended : say.outcome,
    narrow: true,
    cell: (row) => <Outcome row={row} over={isOver(found)} />,
  },
  { head: say.why, wraps: true, cell: (row) => <Why row={row} /> },
]

/** Leads to the item or order where there is one by now; a SKU is found as the search among items finds it. */
function Target({ row: { target, outcome, undone }, found }: { readonly row: ImportRow; readonly found: Import }) {
  if (target === null) return null
  const { kind } = found
  const made = (outcome !== 'created' && outcome !== 'placed') || (isOver(found) && undone !== 'undone')
  if (outcome === null || outcome === 'refused' || outcome === 'skipped' || !made)
    return <Text size="sm">{target}</Text>
  if (kind === 'stock')
    return (
      <Link to="/stock" search={{ find: itemOfShelf(target) }}>
        {target}
      </Link>
    )
  if (kind === 'items')
    return (
      <Link to="/items/$item" params={{ item: target }}>
        {target}
      </Link>
    )
  if (kind === 'template' || kind === 'mappings')
    return (
      <Link to="/items" search={{ find: target }}>
        {target}
      </Link>
    )
  if (outcome === 'held')
    return (
      <Link to="/errors" search={{ text: target }}>
        {target}
      </Link>
    )
  if (kind === 'channel-orders')
    return (
      <Link to="/orders/$order" params={{ order: target }}>
        {target}
      </Link>
    )
  return (
    <Link to="/orders" search={{ find: target }}>
      {target}
    </Link>
  )
}

/** The item of "MUG-BLUE / RENO". */
const itemOfShelf = (target: string): string => {
  const end = target.lastIndexOf(' / ')
  return end < 0 ? target : target.slice(0, end)
}

function Outcome({ row, over }: { readonly row: ImportRow; readonly over: boolean }) {
  if (row.outcome === null)
    return (
      <Text size="sm" c="dimmed">
        {say.undecided}
      </Text>
    )
  return (
    <Group gap={6} wrap="nowrap">
      <span>
        <Dot color={COLORS[row.outcome]} /> {(over ? importWords.outcomes : importWords.would)[row.outcome]}
      </span>
      {row.unlinks && <Mark text={say.unlinksMark} />}
      {row.undone && <Mark text={say.undone[row.undone]} />}
    </Group>
  )
}

const Mark = ({ text }: { readonly text: string }) => (
  <Badge size="sm" variant="default" radius="sm" tt="none">
    {text}
  </Badge>
)

/** Of a refused row the cell, what stands in it and what to write instead; of the others what changes. */
function Why({ row }: { readonly row: ImportRow }) {
  const { problem, cell, header, value } = row
  const changes = row.changes.filter(({ from, to }) => from !== to)
  return (
    <>
      {problem && (
        <>
          {cell && (
            <Text size="sm" className="breaks">
              <Text span inherit fw={600} className="cell">
                {cell}
              </Text>{' '}
              {[header, value === null ? null : value === '' ? say.blank : say.says(value)].filter(Boolean).join(' · ')}
            </Text>
          )}
          <Text size="sm" className="breaks">
            {problem.sentence}
          </Text>
        </>
      )}
      {changes.slice(0, MOST_CHANGES).map(({ field, from, to }) => (
        <Text key={field} size="sm" className="breaks">
          <Text span inherit c="dimmed">
            {field}
          </Text>{' '}
          {from === '' ? to : say.changed(from, to === '' ? say.nothing : to)}
        </Text>
      ))}
      {changes.length > MOST_CHANGES && (
        <Text size="sm" c="dimmed">
          {say.moreChanges(changes.length - MOST_CHANGES)}
        </Text>
      )}
    </>
  )
}
