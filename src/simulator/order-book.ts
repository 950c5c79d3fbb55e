import type { OrderDocument } from './order-document.ts'

/** One version of an order: what it said from `at` on. Never altered, so the search index may lag behind. */
export type OrderVersion = {
  readonly document: OrderDocument
  readonly created: number
  readonly updated: number
  /** True once payment was ever authorized: before, Amazon tells neither address nor price. */
  readonly payable: boolean
  /** When payment was authorized; order reports go by it. */
  readonly payableSince: number | undefined
  /** Answer the document as it is, whatever roles and includedData say. */
  readonly unfiltered: boolean
}

export type OrderRecord = {
  readonly sellerId: string
  current: OrderVersion
  /** What searchOrders knows; undefined until the first change has come through. */
  listed: OrderVersion | undefined
}

type Key = { readonly time: number; readonly id: string }
type Entry = Key & { readonly record: OrderRecord }
type LaggingChange = { readonly visibleAt: number; readonly record: OrderRecord; readonly version: OrderVersion }

const before = (a: Key, b: Key) => a.time < b.time || (a.time === b.time && a.id < b.id)

/** Orders of one seller in the order of one time (created or last updated). */
class TimeIndex {
  readonly entries: Entry[] = []

  /** The first position that is not before the key. */
  position(key: Key): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(this.entries[middle] as Entry, key)) low = middle + 1
      else high = middle
    }
    return low
  }

  add(entry: Entry): void {
    this.entries.splice(this.position(entry), 0, entry)
  }

  remove(key: Key): void {
    const at = this.position(key)
    if (this.entries[at]?.id === key.id) this.entries.splice(at, 1)
  }
}

export type SearchedTime = 'created' | 'updated'

/** All orders of all sellers, with the delayed view that searchOrders has of them. */
export class OrderBook {
  readonly byId = new Map<string, OrderRecord>()
  readonly #indexes = new Map<string, Record<SearchedTime, TimeIndex>>()
  #lagging: LaggingChange[] = []

  /** Puts a new version of an order; searchOrders sees it from `visibleAt` on. */
  put(sellerId: string, version: OrderVersion, visibleAt: number): OrderRecord {
    const id = version.document.orderId
    const record = this.byId.get(id) ?? { sellerId, current: version, listed: undefined }
    record.current = version
    this.byId.set(id, record)
    this.#lagging.push({ visibleAt, record, version })
    return record
  }

  /** The listed orders in ascending time, from a position on; `after` excludes that very order. */
  *listedFrom(sellerId: string, time: SearchedTime, from: Key & { after: boolean }): Generator<OrderRecord> {
    const index = this.#indexes.get(sellerId)?.[time]
    if (!index) return
    let at = index.position(from)
    if (from.after && index.entries[at]?.id === from.id && index.entries[at]?.time === from.time) at++
    for (; at < index.entries.length; at++) yield (index.entries[at] as Entry).record
  }

  /** Lets searchOrders see the changes whose lag is over. */
  catchUp(now: number): void {
    if (this.#lagging.length === 0) return
    const due = this.#lagging.filter((c) => c.visibleAt <= now)
    if (due.length === 0) return
    this.#lagging = this.#lagging.filter((c) => c.visibleAt > now)
    for (const { record, version } of due) {
      if (record.listed && record.listed.updated > version.updated) continue // a later change was faster
      this.#list(record, version)
    }
  }

  #list(record: OrderRecord, version: OrderVersion): void {
    const id = version.document.orderId
    const index = this.#indexes.get(record.sellerId) ?? { created: new TimeIndex(), updated: new TimeIndex() }
    this.#indexes.set(record.sellerId, index)
    for (const time of ['created', 'updated'] as const) {
      if (record.listed) index[time].remove({ time: record.listed[time], id })
      index[time].add({ time: version[time], id, record })
    }
    record.listed = version
  }
}
