import { ActionIcon, Button, Group, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react'
import { words } from '../../words/en.ts'
import { methodEditorWords as say } from '../../words/method-editor.ts'
import { newZone, type Shown, type ZoneForm, type ZoneList } from './method-form.ts'
import { RateFields } from './RateFields.tsx'
import { TypedOption } from './TypedOption.tsx'

type Zoned = {
  readonly zones: readonly ZoneForm[]
  readonly open: number | null
  readonly currency: string
  readonly shown: Shown
  isWrong(zone: number): boolean
  setOpen(zone: number | null): void
  set(zones: readonly ZoneForm[]): void
}

/** The zones of a method from top to bottom, one of them open (O9). */
export function ZonesField(zoned: Zoned) {
  const { zones, set, setOpen } = zoned
  return (
    <div>
      <div className="section-body">
        <Title order={3}>{say.zones}</Title>
        <Text size="sm" c="dimmed">
          {say.zonesExplain}
        </Text>
        <Text size="sm" c="dimmed" className="example">
          {words.section.example(say.zonesExample)}
        </Text>
      </div>
      {zones.map((zone, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: zones are told apart by their place only
        <ZoneCard key={at} {...zoned} zone={zone} at={at} />
      ))}
      <Button
        variant="default"
        mx="md"
        mb="md"
        onClick={() => {
          set([...zones, newZone(zones.at(-1)?.country ?? 'US')])
          setOpen(zones.length)
        }}
      >
        {say.addZone}
      </Button>
    </div>
  )
}

type OfZone = Zoned & { readonly zone: ZoneForm; readonly at: number }

function ZoneCard({ zone, at, ...zoned }: OfZone) {
  const { zones, open, currency, shown, set } = zoned
  const put = (change: Partial<ZoneForm>) =>
    set(zones.map((each, index) => (index === at ? { ...each, ...change } : each)))
  const field = `zones[${at}]`
  const list = (name: ZoneList) => (
    <TypedOption
      say={say[name]}
      value={zone[name]}
      error={shown(`${field}.${name}`, zone[name])}
      change={(text) => put({ [name]: text })}
    />
  )
  return (
    <fieldset className="zone" aria-label={say.zone(at + 1)}>
      <ZoneHead zone={zone} at={at} {...zoned} />
      {open === at && (
        <div id={`zone-${at}`}>
          <TypedOption
            say={say.country}
            value={zone.country}
            error={shown(`${field}.country`, zone.country)}
            change={(text) => put({ country: text.trim().toUpperCase() })}
          />
          {list('states')}
          {list('exceptStates')}
          {list('postalCodes')}
          <RateFields
            rate={zone.rate}
            at={`${field}.rate`}
            currency={currency}
            shown={shown}
            set={(change) => put({ rate: { ...zone.rate, ...change } })}
          />
        </div>
      )}
    </fieldset>
  )
}

function ZoneHead({ zone, at, zones, open, isWrong, setOpen, set }: OfZone) {
  const isOpen = open === at
  const move = (by: -1 | 1) => {
    const other = zones[at + by]
    if (!other) return
    set(zones.map((each, index) => (index === at ? other : index === at + by ? zone : each)))
    if (open !== null) setOpen(isOpen ? at + by : open === at + by ? at : open)
  }
  const remove = () => {
    set(zones.filter((_, index) => index !== at))
    if (open !== null) setOpen(isOpen ? null : open > at ? open - 1 : open)
  }
  return (
    <Group gap={4} wrap="nowrap" px="xs" py={4}>
      <UnstyledButton
        className="grows"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `zone-${at}` : undefined}
        onClick={() => setOpen(isOpen ? null : at)}
      >
        <Group gap={6} wrap="nowrap">
          {isOpen ? (
            <IconChevronDown size={16} aria-hidden="true" />
          ) : (
            <IconChevronRight size={16} aria-hidden="true" />
          )}
          <Text size="sm" fw={600} flex="none">
            {say.zone(at + 1)}
          </Text>
          <Text size="sm" c={isWrong(at) ? 'red' : 'dimmed'} truncate>
            {isWrong(at) ? say.zoneWrong : zoneText(zone)}
          </Text>
        </Group>
      </UnstyledButton>
      {zones.length > 1 && (
        <>
          <Act label={say.zoneUp(at + 1)} off={at === 0} act={() => move(-1)} icon={IconArrowUp} />
          <Act label={say.zoneDown(at + 1)} off={at === zones.length - 1} act={() => move(1)} icon={IconArrowDown} />
          <Act label={say.removeZone(at + 1)} off={false} act={remove} icon={IconX} />
        </>
      )}
    </Group>
  )
}

type Acted = { readonly label: string; readonly off: boolean; readonly icon: typeof IconX; act(): void }

const Act = ({ label, off, icon: Icon, act }: Acted) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    size={28}
    disabled={off}
    {...(off && { bg: 'transparent' })}
    aria-label={label}
    onClick={act}
  >
    <Icon size={15} aria-hidden="true" />
  </ActionIcon>
)

/** Where a zone is and how it is priced, in a few words. */
function zoneText({ country, states, exceptStates, postalCodes, rate }: ZoneForm): string {
  const where = [
    states.trim() || null,
    exceptStates.trim() ? say.without(exceptStates.trim()) : null,
    postalCodes.trim() ? say.postal(postalCodes.trim()) : null,
  ].filter(Boolean)
  return [country, where.join(', ') || say.wholeCountry, say.rates[rate.kind].label].join(' · ')
}
