import { Badge, Text } from '@mantine/core'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { wholeList } from '../../parts/use-rows.ts'
import { shippingWords } from '../../words/shipping.ts'
import type { FilePackage } from './tracking-file.ts'

const say = shippingWords.file
const COLOURS = { entered: 'teal', known: 'gray', refused: 'red' } as const

const columns = (ended: boolean): readonly Column<FilePackage>[] => [
  { head: say.columns.line, narrow: true, cell: (row) => row.lines.join(', ') },
  {
    head: say.columns.becomes,
    wraps: true,
    cell: (row) => (
      <>
        <Badge variant="dot" color={COLOURS[row.outcome]} tt="none">
          {(ended ? say.ends : say.outcomes)[row.outcome]}
        </Badge>
        {row.problem && <Text size="sm">{row.problem.sentence}</Text>}
      </>
    ),
  },
  {
    head: say.columns.order,
    narrow: true,
    cell: (row) => (
      <>
        <Text size="sm">{row.order || '–'}</Text>
        {row.orderNumber !== null && `${row.orderNumber}` !== row.order && (
          <Text size="xs" c="dimmed">
            {row.orderNumber}
          </Text>
        )}
      </>
    ),
  },
  {
    head: say.columns.package,
    cell: (row) => (
      <>
        <Text size="sm">{row.tracking ?? row.entry?.tracking ?? '–'}</Text>
        <Text size="xs" c="dimmed">
          {[row.carrier ?? row.entry?.carrier, say.units(row.units)].filter(Boolean).join(' · ')}
        </Text>
      </>
    ),
  },
]

/** Each package of the file: on which line it stands, and what becomes of it or what to write instead. */
export const FileRows = ({
  packages,
  ended,
}: {
  readonly packages: readonly FilePackage[]
  readonly ended: boolean
}) => (
  <ListTable
    label={say.label}
    columns={columns(ended)}
    list={wholeList(packages)}
    keyOf={(row) => row.lines[0] ?? 0}
    empty={null}
  />
)
