import { Checkbox, List, Radio, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { FILE_KINDS } from '#core/shipments/carried-file.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { saveText } from '../../save-file.ts'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { goingUpChanged, nameOfConnection, type Standing } from './going-up.ts'
import { type Kind, type Left, takeFile } from './take-file.ts'

const say = submissionsWords.files
type Shown = {
  readonly connections: readonly Standing[]
  /** What is wanted, where that was said already. */
  readonly of?: { readonly kind: Kind; readonly connection: string }
  close(): void
}

/** Takes what waits over into a file that a person uploads in Seller Central (H2). */
export function TakeFileDialog({ connections, of, close }: Shown) {
  const mayPrices = useMay('items:write')
  const [kind, setKind] = useState<Kind>(of?.kind ?? 'shipping-confirmation')
  const [connection, setConnection] = useState(of?.connection ?? connections[0]?.connection ?? '')
  const [complete, setComplete] = useState(false)
  const [left, setLeft] = useState<Left | null>(null)
  const run = async () => {
    const taken = await takeFile({ kind, connection, complete })
    saveText(taken.name, taken.content)
    await goingUpChanged()
    tell(say.taken(taken.name, taken.messages))
    // What is left out is read before the dialog closes.
    if (taken.leftOut.length === 0) close()
    else setLeft(taken.leftOut)
  }
  const kinds: readonly Kind[] = mayPrices ? [...FILE_KINDS, 'price-and-quantity'] : FILE_KINDS
  return (
    <Ask
      title={of ? say.kinds[of.kind] : say.take}
      does={say.takeIt}
      disabled={left !== null}
      run={run}
      close={() => undefined}
      cancel={close}
    >
      <Text size="sm">{say.takeAbout}</Text>
      {!of && connections.length > 1 && (
        <Select
          label={say.connection}
          data={connections.map((each) => ({ value: each.connection, label: nameOfConnection(each) }))}
          value={connection}
          allowDeselect={false}
          onChange={(next) => next && setConnection(next)}
        />
      )}
      {of ? (
        <Text size="sm">{kind === 'price-and-quantity' ? say.where.prices : say.where.orders}</Text>
      ) : (
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
      )}
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
