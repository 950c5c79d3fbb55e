import { Checkbox, List, Radio, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { FILE_KINDS, type FileKind } from '#core/shipments/carried-file.ts'
import { answer, api } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { saveText } from '../../save-file.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { goingUpChanged, nameOfConnection, type Standing } from './going-up.ts'

const say = submissionsWords.files
type Kind = FileKind | 'price-and-quantity'
type Left = components['schemas']['TakenPriceFile']['leftOut']

/** Takes what waits over into a file that a person uploads in Seller Central (H2). */
export function TakeFileDialog({ connections, close }: { readonly connections: readonly Standing[]; close(): void }) {
  const mayPrices = useMay('items:write')
  const [kind, setKind] = useState<Kind>('shipping-confirmation')
  const [connection, setConnection] = useState(connections[0]?.connection ?? '')
  const [complete, setComplete] = useState(false)
  const [left, setLeft] = useState<Left | null>(null)
  const run = async () => {
    const taken = await take({ kind, connection, complete })
    saveText(taken.name, taken.content)
    await goingUpChanged()
    tell(say.taken(taken.name, taken.messages))
    // What is left out is read before the dialog closes.
    if (taken.leftOut.length === 0) close()
    else setLeft(taken.leftOut)
  }
  const kinds: readonly Kind[] = mayPrices ? [...FILE_KINDS, 'price-and-quantity'] : FILE_KINDS
  return (
    <Ask title={say.take} does={say.takeIt} disabled={left !== null} run={run} close={() => undefined} cancel={close}>
      <Text size="sm">{say.takeAbout}</Text>
      {connections.length > 1 && (
        <Select
          label={say.connection}
          data={connections.map((each) => ({ value: each.connection, label: nameOfConnection(each) }))}
          value={connection}
          allowDeselect={false}
          onChange={(next) => next && setConnection(next)}
        />
      )}
      <Radio.Group label={say.which} value={kind} onChange={(next) => setKind(next as Kind)}>
        <Stack gap={6} mt={6}>
          {kinds.map((value) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={say.kinds[value]}
              description={value === 'price-and-quantity' ? say.where.prices : say.where.orders}
            />
          ))}
        </Stack>
      </Radio.Group>
      {kind === 'price-and-quantity' && (
        <Checkbox
          size="xs"
          label={say.complete}
          checked={complete}
          onChange={(event) => setComplete(event.currentTarget.checked)}
        />
      )}
      {left && <LeftOut rows={left} />}
    </Ask>
  )
}

const LeftOut = ({ rows }: { readonly rows: Left }) => (
  <div role="status">
    <Text size="sm">{say.leftOut(rows.length)}</Text>
    <List size="sm" mah={180} style={{ overflow: 'auto' }}>
      {rows.map((row) => (
        <List.Item key={`${row.sellerSku} ${row.field}`}>
          {row.sellerSku}: {row.problem?.sentence ?? say.leftWhy[row.why]}
        </List.Item>
      ))}
    </List>
  </div>
)

type Wish = { readonly kind: Kind; readonly connection: string; readonly complete: boolean }

async function take({ kind, connection, complete }: Wish) {
  if (kind === 'price-and-quantity')
    return answer(api.POST('/api/v1/files/price-and-quantity', { body: { connection, complete } }))
  const file = await answer(api.POST('/api/v1/files/{kind}', { params: { path: { kind } }, body: { connection } }))
  return { ...file, leftOut: [] as Left }
}
