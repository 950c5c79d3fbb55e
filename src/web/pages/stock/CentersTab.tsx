import { ActionIcon, Badge, Button, Group, Radio, Stack, Switch, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CenterCode } from '#core/ids.ts'
import { checkCenters } from '#core/inventory/check-stock.ts'
import { answer, api, queries } from '../../api.ts'
import { countText } from '../../format.ts'
import { Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { useMay } from '../../session.ts'
import { stockWords } from '../../words/stock.ts'
import { faultsOf } from '../amazon/form.ts'
import { CenterAddress, NO_ADDRESS } from './CenterAddress.tsx'
import type { Center } from './stock-api.ts'

const say = stockWords.centers
/** `known`: it is on the server already, so its code stays. */
type Row = Center & { readonly known: boolean; readonly key: string }
type Form = { readonly centers: readonly Row[] }

const entered = ({ centers }: Form) =>
  centers.map(({ known: _, key: __, shipFrom, ...center }) => ({
    ...center,
    code: center.code as CenterCode,
    ...(shipFrom && { shipFrom: { ...shipFrom, state: shipFrom.state ?? '' } }),
  }))

async function read(signal: AbortSignal): Promise<Form> {
  const { rows } = await answer(api.GET('/api/v1/distribution-centers', { signal }))
  return { centers: rows.map((row) => ({ ...row, known: true, key: row.code })) }
}

/** The centers in the order in which orders take from them: made, renamed, moved, each with its address (O20). */
export function CentersTab() {
  const may = useMay('items:write')
  const state = useSection<Form>({
    title: say.title,
    key: ['stock', 'centers', 'form'],
    read,
    check: (form) => faultsOf(checkCenters(entered(form), [])),
    save: async (form) => {
      await answer(api.PUT('/api/v1/distribution-centers', { body: { centers: entered(form) as never } }))
      for (const queryKey of [['stock'], ['settings', 'buffers']]) void queries.invalidateQueries({ queryKey })
    },
  })
  return (
    <Section id="centers" about={say.about} history="centers" state={state} needs="items:write">
      {({ form: { centers }, set, fault }) => (
        <>
          <Radio.Group
            value={centers.find(({ isDefault }) => isDefault)?.key ?? ''}
            onChange={(key) => set({ centers: centers.map((each) => ({ ...each, isDefault: each.key === key })) })}
            error={fault('centers')}
          >
            {centers.map((center, at) => (
              <CenterRow
                key={center.key}
                center={center}
                put={(change) => set({ centers: centers.map((each, n) => (n === at ? { ...each, ...change } : each)) })}
                move={(by) => set({ centers: moved(centers, at, by) })}
                remove={() => set({ centers: centers.filter((_, n) => n !== at) })}
                place={{ first: at === 0, last: at === centers.length - 1 }}
                fault={(field) => fault(`centers[${at}].${field}`)}
              />
            ))}
          </Radio.Group>
          {may && (
            <div className="section-body">
              <Button variant="default" onClick={() => set({ centers: [...centers, fresh(centers)] })}>
                {say.add}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

const fresh = (centers: readonly Row[]): Row => ({
  code: '',
  name: '',
  isDefault: centers.length === 0,
  inventoryBuffer: 0,
  known: false,
  key: `new ${centers.length} ${centers.map(({ key }) => key).join()}`,
})

function moved(centers: readonly Row[], at: number, by: 1 | -1): readonly Row[] {
  const next = [...centers]
  const [taken] = next.splice(at, 1)
  if (taken) next.splice(at + by, 0, taken)
  return next
}

type Edited = {
  readonly center: Row
  put(change: Partial<Row>): void
  move(by: 1 | -1): void
  remove(): void
  readonly place: { readonly first: boolean; readonly last: boolean }
  fault(field: string): string | null
}

function CenterRow({ center, put, move, remove, place, fault }: Edited) {
  const named = center.name || center.code || say.fresh
  return (
    <div className="option">
      <Stack gap="xs">
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            label={say.code}
            description={center.known ? undefined : say.codeHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={center.code}
            readOnly={center.known}
            variant={center.known ? 'filled' : 'default'}
            maxLength={20}
            error={fault('code')}
            onChange={(event) => put({ code: event.currentTarget.value })}
            w={110}
          />
          <TextInput
            label={say.name}
            value={center.name}
            maxLength={100}
            error={fault('name')}
            onChange={(event) => put({ name: event.currentTarget.value })}
            flex={1}
          />
        </Group>
        <Radio size="xs" value={center.key} label={say.main} />
        <Group gap="xs">
          <ActionIcon variant="default" aria-label={say.up(named)} disabled={place.first} onClick={() => move(-1)}>
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={say.down(named)} disabled={place.last} onClick={() => move(1)}>
            <IconArrowDown size={14} />
          </ActionIcon>
          <Button variant="subtle" color="red" size="compact-xs" onClick={remove} aria-label={`${say.remove} ${named}`}>
            {say.remove}
          </Button>
        </Group>
      </Stack>
      <Stack gap="xs">
        <Facts center={center} />
        <Switch
          size="xs"
          label={say.own}
          description={say.ownHint}
          checked={center.shipFrom !== undefined}
          onChange={(event) =>
            put({ shipFrom: event.currentTarget.checked ? { ...NO_ADDRESS, name: center.name } : undefined })
          }
        />
        {center.shipFrom && (
          <CenterAddress address={center.shipFrom} put={(shipFrom) => put({ shipFrom })} fault={fault} />
        )}
      </Stack>
    </div>
  )
}

const Facts = ({ center }: { readonly center: Row }) => (
  <Group gap={6}>
    {!center.known && (
      <Badge variant="default" size="xs" radius="sm" tt="none">
        {say.fresh}
      </Badge>
    )}
    <Text size="sm" c="dimmed">
      {center.inventoryBuffer === 0 ? say.noBuffer : say.buffer(countText(center.inventoryBuffer))}
    </Text>
    <Link to="/amazon" hash="buffers" className="quiet-link">
      {say.bufferLink}
    </Link>
    {center.known && (
      <Link to="/stock" search={{ center: center.code }} className="quiet-link">
        {say.see}
      </Link>
    )}
  </Group>
)
