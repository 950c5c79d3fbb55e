import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { REGIONS, type Region } from '#core/region.ts'
import { answer, api, Refused } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import { type Connection, connectionsChanged } from './use-connections.ts'

const say = byFilesWords

/** Chooses Work by files for a seller, or other marketplaces for one who does (H1). */
export function ByFilesDialog({ changed, close }: { readonly changed: Connection | null; readonly close: () => void }) {
  const [region, setRegion] = useState<Region>(changed?.region ?? 'na')
  const [seller, setSeller] = useState(changed?.sellingPartnerId ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(
    changed?.marketplaces.flatMap(({ id, participating }) => (participating ? [id] : [])) ?? [],
  )
  const [raisePlan, setRaisePlan] = useState(false)
  const [lacksPlan, setLacksPlan] = useState<string | null>(null)
  const places = useMarketplaces(region)
  const run = async () => {
    const marketplaceIds = places.flatMap(({ id }) => (chosen.includes(id) ? [id] : []))
    const body = { region, sellingPartnerId: seller.trim(), marketplaceIds, raisePlan }
    await answer(api.PUT('/api/v1/connections/by-files', { body })).catch((error: unknown) => {
      if (error instanceof Refused && error.code === 'plan-lacks-channel') setLacksPlan(error.message)
      throw error
    })
    await connectionsChanged()
    tell(changed ? say.changed : say.saved)
  }
  const ready = seller.trim() !== '' && places.some(({ id }) => chosen.includes(id))
  return (
    <Ask title={say.title} does={changed ? say.change : say.save} size="lg" disabled={!ready} run={run} close={close}>
      <Text size="sm">{say.about}</Text>
      <Text size="sm" c="dimmed">
        {say.later}
      </Text>
      <Select
        label={connectionWords.region}
        data={REGIONS.map((value) => ({ value, label: connectionWords.regions[value] }))}
        value={region}
        allowDeselect={false}
        disabled={changed !== null}
        onChange={(value) => value && setRegion(value as Region)}
      />
      <TextInput
        label={connectionWords.seller}
        description={say.sellerAbout}
        value={seller}
        disabled={changed !== null}
        spellCheck={false}
        autoComplete="off"
        onChange={({ currentTarget }) => setSeller(currentTarget.value)}
      />
      <Checkbox.Group label={say.marketplaces} value={[...chosen]} onChange={setChosen}>
        <Stack gap={10} mt={6} mah={220} style={{ overflow: 'auto' }}>
          {places.map(({ id, name, country }) => (
            <Checkbox key={id} size="xs" value={id} label={`${name} (${country})`} />
          ))}
        </Stack>
      </Checkbox.Group>
      {lacksPlan && (
        <Checkbox
          size="xs"
          label={connectionWords.raisePlan(lacksPlan)}
          checked={raisePlan}
          onChange={({ currentTarget }) => setRaisePlan(currentTarget.checked)}
        />
      )}
    </Ask>
  )
}

function useMarketplaces(region: Region) {
  const found = useQuery({
    queryKey: ['marketplaces'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/marketplaces', { signal }))).rows,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (found.data ?? []).filter((each) => each.region === region)
}
