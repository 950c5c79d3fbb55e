import { type Evidence, judgeMonth } from './judge.ts'
import type { Ledger } from './ledger.ts'

const first = <K, V>(map: ReadonlyMap<K, V>): readonly [K, V] => [...map][0] as readonly [K, V]

/** What a ledger says that is not so: a judge that takes no notice of one of them proves nothing. */
const LIES: Readonly<Record<string, (ledger: Ledger) => void>> = {
  'an order that never was': ({ orders }) => orders.set('000-0000000-0000000', { sku: 'X', item: 'X', units: 1 }),
  'an order that is not told': ({ orders }) => orders.delete(first(orders)[0]),
  'another tracking number': ({ packed }) => packed.set(first(packed)[0], ['ANOTHER']),
  'a package that nobody entered': ({ packed }) => packed.delete(first(packed)[0]),
  'an order that nobody cancelled': ({ cancelled, packed }) => cancelled.add(first(packed)[0]),
  'a refund that nobody wanted': ({ refunded }) => refunded.delete([...refunded][0] ?? ''),
  'a refund that was not paid': ({ refunded, orders }) =>
    refunded.add([...orders.keys()].find((id) => !refunded.has(id)) ?? ''),
  'another price': ({ prices }) => prices.set(first(prices)[0], first(prices)[1] + 1),
  'a unit more': ({ received }) => received.set(first(received)[0], first(received)[1] + 1),
}

/** Lies that the judge does not notice; must be empty. */
export async function unnoticedLies(evidence: Evidence): Promise<readonly string[]> {
  const unnoticed: string[] = []
  for (const [lie, tell] of Object.entries(LIES)) {
    const ledger = structuredClone(evidence.ledger)
    tell(ledger)
    const before = (await judgeMonth(evidence)).length
    if ((await judgeMonth({ ...evidence, ledger })).length <= before) unnoticed.push(`the judge does not notice ${lie}`)
  }
  return unnoticed
}
