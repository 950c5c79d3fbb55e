import { Text } from '@mantine/core'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { submissionsWords } from '../../words/submissions.ts'

type Line = components['schemas']['PriceFileLine']
const say = byFilesWords.lines

/** What each line of a price-and-quantity file tells, and how it stands now (H2). */
export function PriceFileLines({ file, close }: { readonly file: number; readonly close: () => void }) {
  const list = usePages<Line>(['files', 'lines', file], ({ after, signal }) =>
    answer(
      api.GET('/api/v1/files/{file}/lines', {
        signal,
        params: { path: { file: String(file) }, query: { after, limit: '50' } as never },
      }),
    ),
  )
  const title = submissionsWords.runs.entriesTitle(submissionsWords.files.file, file)
  return (
    <Dialog onClose={close} title={title} size={820}>
      <ListTable
        label={title}
        columns={COLUMNS}
        list={list}
        keyOf={({ line }) => line}
        empty={<Empty title={say.none} why={say.noneWhy} />}
      />
    </Dialog>
  )
}

const COLUMNS: readonly Column<Line>[] = [
  { head: say.line, number: true, cell: ({ line }) => line },
  { head: say.sku, wraps: true, cell: ({ sellerSku }) => sellerSku },
  { head: say.told, wraps: true, cell: (line) => toldText(line) },
  { head: say.stands, wraps: true, cell: ({ fields }) => <Standing fields={fields} /> },
]

const toldText = ({ price, minimum, maximum, quantity, leadDays }: Line): string =>
  [
    price && say.price(price),
    minimum && say.minimum(minimum),
    maximum && say.maximum(maximum),
    quantity && say.quantity(quantity),
    leadDays && say.lead(leadDays),
  ]
    .filter(Boolean)
    .join(', ')

function Standing({ fields }: Pick<Line, 'fields'>) {
  if (fields.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {say.since}
      </Text>
    )
  return fields.map(({ field, state, problem }) => (
    <Text key={field} size="sm" className="breaks" c={state === 'refused' ? 'red' : undefined}>
      {say.fields[field]}: {problem?.sentence ?? say.states[state]}
    </Text>
  ))
}
