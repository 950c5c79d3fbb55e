import { Button, FileButton, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import { countText, timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, ListTable } from '../../parts/ListTable.tsx'
import { useRows } from '../../parts/use-rows.ts'
import { useMay } from '../../session.ts'
import { byFilesWords } from '../../words/by-files.ts'
import { importWords } from '../../words/imports.ts'
import { ReportedOrders } from './ReportedOrders.tsx'

type Report = components['schemas']['Import']
const say = byFilesWords.in
const KINDS = '.txt,.tsv,.csv,.xlsx'
/** The other ones stand in the list of all imports. */
const SHOWN = '5'

/** The order reports that were brought, and the way to bring another (H1). */
export function OrderReports() {
  const may = useMay('orders:write')
  const [looked, setLooked] = useState<Report | null>(null)
  const list = useRows<Report>(['imports', 'order-reports'], (signal) =>
    answer(api.GET('/api/v1/order-reports', { signal, params: { query: { limit: SHOWN } as never } })),
  )
  const bring = useMutation({ mutationFn: bringReport, onSuccess: setLooked })
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end" gap="xs">
        <div>
          <Title order={2}>{say.title}</Title>
          <Text size="sm" c="dimmed" maw={760}>
            {say.about}
          </Text>
        </div>
        <FileButton accept={KINDS} onChange={(file) => file && bring.mutate(file)}>
          {(props) => (
            <Button {...props} loading={bring.isPending} disabled={!may} title={may ? undefined : say.cannot}>
              {say.bring}
            </Button>
          )}
        </FileButton>
      </Group>
      {bring.error && (
        <Text size="sm" c="red" role="alert">
          {bring.error.message}
        </Text>
      )}
      <ListTable
        label={say.title}
        columns={columnsFor(setLooked)}
        list={list}
        keyOf={(report) => report.import}
        empty={<Empty title={say.none} why={byFilesWords.checklist.about} />}
      />
      {looked && <ReportedOrders report={looked} close={() => setLooked(null)} />}
    </Stack>
  )
}

async function bringReport(file: File): Promise<Report> {
  const sent = api.POST('/api/v1/order-reports', {
    params: { query: { fileName: file.name.slice(-200) } },
    headers: { 'content-type': 'application/octet-stream' },
    body: file as never,
    bodySerializer: () => file,
  })
  const report = await answer(sent)
  await queries.invalidateQueries({ queryKey: ['imports'] })
  return report
}

const columnsFor = (look: (report: Report) => void): readonly Column<Report>[] => [
  {
    head: say.file,
    wraps: true,
    cell: (report) => (
      <>
        <Text size="sm" className="breaks">
          {report.fileName}
        </Text>
        <Text size="xs" c="dimmed">
          {say.by(report.madeBy, timeText(report.madeAt))}
        </Text>
      </>
    ),
  },
  { head: say.became, wraps: true, cell: (report) => becameText(report) },
  {
    head: byFilesWords.today.act,
    narrow: true,
    cell: (report) => (
      <Button variant="subtle" size="compact-xs" onClick={() => look(report)}>
        {say.look}
      </Button>
    ),
  },
]

const OUTCOMES = ['placed', 'updated', 'held', 'skipped', 'unchanged', 'refused'] as const

/** What became of the orders of a report, in words: `9 placed, 2 held`. */
function becameText({ state, counts, rows, done, problem }: Report): string {
  if (problem) return problem.sentence
  if (state === 'applying') return say.going(countText(done), countText(rows))
  const parts = OUTCOMES.flatMap((outcome) =>
    counts[outcome] > 0 ? [`${countText(counts[outcome])} ${importWords.outcomes[outcome].toLowerCase()}`] : [],
  )
  return parts.join(', ') || say.nothing
}
