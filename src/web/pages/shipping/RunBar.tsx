import { Button, Group, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { shippingWords } from '../../words/shipping.ts'

type Run = components['schemas']['ShippingRun']
const say = shippingWords.run
const KEY = ['shipping-run'] as const
const MINUTE = 60_000

/** The shipping run that is open in this session; null without one, and for who may have none (U3). */
export function useRun(): Run | null {
  const may = useMay('pii:reveal')
  const { data } = useQuery({
    queryKey: KEY,
    enabled: may,
    refetchInterval: MINUTE,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/shipping-run', { signal })),
  })
  return data?.run ?? null
}

const useNow = (every: number): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every)
    return () => clearInterval(timer)
  }, [every])
  return now
}

/** Begins and ends a shipping run, and says how long it still shows addresses (U3). */
export function RunBar({ run }: { readonly run: Run | null }) {
  const mayReveal = useMay('pii:reveal')
  const mayShip = useMay('shipments:write')
  const now = useNow(MINUTE / 2)
  const turn = useMutation({
    mutationFn: async () => {
      if (run) await answer(api.DELETE('/api/v1/shipping-run'))
      else await withSecondFactor(() => answer(api.POST('/api/v1/shipping-run', { body: { minutes: 240 } })))
      await queries.invalidateQueries({ queryKey: KEY })
    },
    onError: tellError,
  })
  if (!(mayReveal && mayShip)) return null
  const left = run ? Math.max(0, Math.round((Date.parse(run.endsAt) - now) / MINUTE)) : 0
  return (
    <Group className="card" px="md" py="xs" gap="sm" data-open={run ? true : undefined}>
      <Text size="sm" fw={600}>
        {say.title}
      </Text>
      <Text size="sm" c="dimmed" flex={1} miw={240}>
        {run ? `${say.left(left)} · ${say.shown(run.shown)}` : say.about}
      </Text>
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
        {run ? say.end : say.start}
      </Button>
    </Group>
  )
}
