import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { addressLines } from '#core/pii/label-page.ts'
import { answer, api, queries } from '../../api.ts'
import type { components } from '../../generated/api.ts'
import { useMay } from '../../session.ts'
import { shippingWords } from '../../words/shipping.ts'

type Buyer = components['schemas']['ShownBuyer']
const say = shippingWords.run
type Seen = { readonly order: number; readonly buyer: Buyer | null; readonly refusal: string }

/** Where the order goes, while a shipping run is open; kept for as long as it is looked at, and nowhere else (U3). */
export function RunAddress({ order, run }: { readonly order: number; readonly run: number | null }) {
  const may = useMay('pii:reveal')
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    if (run === null) return
    const stop = new AbortController()
    answer(api.POST('/api/v1/shipping-run/show', { body: { orders: [order] }, signal: stop.signal }))
      .then(({ rows }) => {
        setSeen({ order, buyer: rows[0] ?? null, refusal: '' })
        void queries.invalidateQueries({ queryKey: ['shipping-run'] })
      })
      .catch((error: Error) => {
        if (!stop.signal.aborted) setSeen({ order, buyer: null, refusal: error.message })
      })
    return () => {
      stop.abort()
      setSeen(null)
    }
  }, [order, run])
  if (!may) return null
  if (run === null)
    return (
      <Text size="xs" c="dimmed">
        {say.hidden}
      </Text>
    )
  const now = seen?.order === order ? seen : null
  const text = now?.buyer ? [...addressLines(now.buyer.shipTo), now.buyer.phone ?? ''].join('\n').trim() : now?.refusal
  return (
    <div className="address" aria-live="polite">
      <Text size="xs" c="dimmed">
        {say.address}
      </Text>
      <Text size="sm" className="lines">
        {text}
      </Text>
    </div>
  )
}
