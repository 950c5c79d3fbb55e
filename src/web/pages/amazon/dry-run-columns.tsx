import { Text } from '@mantine/core'
import type { components } from '../../generated/api.ts'
import type { Column } from '../../parts/ListTable.tsx'
import { connectionWords } from '../../words/connections.ts'
import { saidText } from './said-text.ts'

type Row = components['schemas']['DryRunRow']
const say = connectionWords.sending

/** The columns of a dry run: what Amazon has, what it would get, and why not (I14). */
export const DRY_RUN_COLUMNS: readonly Column<Row>[] = [
  { head: say.sku, cell: (row) => row.sellerSku },
  { head: say.field, cell: (row) => (row.field === 'stock' ? say.stock : say.price) },
  { head: say.before, cell: (row) => saidText(row.before) },
  { head: say.after, cell: (row) => (row.after === null ? '–' : saidText(row.after)) },
  {
    head: say.what,
    wraps: true,
    cell: (row) => (
      <>
        {say.does[row.what]}
        {[
          row.silence && (say.silences[row.silence] ?? row.silence),
          ...row.problems.map(({ sentence }) => sentence),
        ].map(
          (why) =>
            why && (
              <Text key={why} size="xs" c="dimmed">
                {why}
              </Text>
            ),
        )}
      </>
    ),
  },
]
