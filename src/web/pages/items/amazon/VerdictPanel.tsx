import { Alert, Button, Group, List, Select, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, queries } from '../../../api.ts'
import { timeText } from '../../../format.ts'
import type { components } from '../../../generated/api.ts'
import { Ask } from '../../../parts/Ask.tsx'
import { useMay } from '../../../session.ts'
import { itemsWords } from '../../../words/items.ts'
import { judgeTab, type Verdict } from './tab-api.ts'

const say = itemsWords.amazon

type Shown = {
  readonly item: string
  readonly place: string
  readonly isSaved: boolean
  readonly faults: number
  readonly submission: components['schemas']['AmazonTab']['submission']
  readonly verdict: Verdict | null
  judged(verdict: Verdict): void
}

/** Amazon's judgement of the tab: its validation preview, and the listing that it makes once a person confirmed it (T1). */
export function VerdictPanel({ item, place, isSaved, faults, submission, verdict, judged }: Shown) {
  const may = useMay('items:write')
  const [asks, setAsks] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const skus = useSkus(item)
  const sellerSku = skus.length > 1 ? (chosen ?? skus[0] ?? null) : null
  const preview = useMutation({ mutationFn: () => judgeTab({ item, place, sellerSku }, false), onSuccess: judged })
  const submit = async () => {
    judged(await judgeTab({ item, place, sellerSku }, true))
    await queries.invalidateQueries({ queryKey: ['item', item] })
  }
  const reason = !isSaved ? say.saveFirst : faults > 0 ? say.mendFirst(faults) : undefined
  return (
    <Stack gap="sm" className="card" p="md" component="section" aria-label={say.verdict} {...({} as object)}>
      <Title order={2}>{say.verdict}</Title>
      <Text size="sm" c="dimmed">
        {say.verdictAbout}
      </Text>
      {skus.length > 1 && (
        <Select
          label={say.underSku}
          data={skus}
          value={sellerSku}
          allowDeselect={false}
          onChange={setChosen}
          maw={300}
        />
      )}
      <Group gap="xs">
        <Button
          variant="default"
          disabled={!isSaved}
          title={isSaved ? undefined : say.saveFirst}
          loading={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {say.preview}
        </Button>
        <Button disabled={!may || reason !== undefined} title={reason} onClick={() => setAsks(true)}>
          {say.submit}
        </Button>
        {reason && (
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        )}
      </Group>
      {preview.error && (
        <Text size="sm" c="red" role="alert">
          {preview.error.message}
        </Text>
      )}
      <div aria-live="polite">{verdict && <Said verdict={verdict} />}</div>
      {submission && (
        <Text size="sm" c="dimmed">
          {say.submitted(timeText(submission.at), submission.by, submission.sellerSku)}{' '}
          {say.submittedEnd[submission.taken ? 'taken' : 'refused']}
        </Text>
      )}
      {asks && (
        <Ask
          title={say.submitTitle(sellerSku ?? skus[0] ?? item)}
          does={say.submit}
          run={submit}
          close={() => setAsks(false)}
        >
          <Text size="sm">{say.submitWhy}</Text>
        </Ask>
      )}
    </Stack>
  )
}

/** Under which SKUs the item may be listed. */
function useSkus(item: string): readonly string[] {
  const { data } = useQuery({
    queryKey: ['mappings', item, 'skus'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/sku-mappings', { signal, params: { query: { itemId: item, limit: 200 } } })),
  })
  return data && data.rows.length > 0 ? data.rows.map(({ sellerSku }) => sellerSku) : [item]
}

const Said = ({ verdict }: { readonly verdict: Verdict }) => (
  <Alert
    color={verdict.taken ? 'race' : 'red'}
    title={verdict.taken ? (verdict.listed ? say.wouldChange(verdict.sellerSku) : say.taken) : say.notTaken}
    p="xs"
  >
    <List size="sm">
      {verdict.issues.map(({ code, severity, message, fields }) => (
        <List.Item key={`${code} ${message}`}>
          {fields.length > 0 && <b>{fields.map(({ label }) => label).join(', ')}: </b>}
          {message} {severity !== 'ERROR' && say.severities[severity]}
        </List.Item>
      ))}
    </List>
  </Alert>
)
