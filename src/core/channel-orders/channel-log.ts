import type { MerchantClock } from '../orders/merchant-time.ts'
import { merchantTime } from '../orders/merchant-time.ts'
import { note, type OrderLog } from '../orders/order-log.ts'
import { visibleText } from '../visible-text.ts'
import type { ChannelDecision } from './decide-channel-order.ts'

type Placed = Extract<ChannelDecision, { kind: 'placed' }>

/** Whence an order came: which import, on which rows of its sheet. */
type Whence = {
  readonly documentId: number
  readonly importId: number
  readonly rows: readonly number[]
  readonly clock: MerchantClock
}

/** The story of an order of another channel, in the words of the other logs (E3, H3). */
export function channelLog({ code, order, warnings }: Placed, { documentId, importId, rows, clock }: Whence): OrderLog {
  const { amazon, stage, methodId, center, lines } = order
  const id = visibleText(amazon.id)
  const way = methodId === null ? '' : ` with shipping method [${methodId}]`
  const from = center === null ? '' : ` from distribution center [${center}]`
  const books = stage === 'Completed Order' ? ' It is in the books only: its stock is used.' : ''
  const pays = stage === 'Accounts Receivable' ? ' It waits there for its payment.' : ''
  return [
    note(`Processing Document [${documentId}]`),
    note(
      `It came with import [${importId}] of channel [${code}], ${rows.length === 1 ? 'row' : 'rows'} [${rowsText(rows)}].`,
    ),
    note(`Purchase Date [${merchantTime(amazon.placedAt, clock)}]`),
    note(`Considering processing of [${id}] with [${lines.length}] lines`),
    ...warnings.map(({ row, header, why }) =>
      note(
        `Warning in row [${row}], [${visibleText(header, 60)}]: ${why}. It is placed all the same, as the file wishes.`,
      ),
    ),
    note(`Order id [${id}] is placed in stage [${stage}]${way}${from}.${books}${pays}`),
  ]
}

const MOST_ROWS = 10

const rowsText = (rows: readonly number[]): string =>
  rows.length > MOST_ROWS ? `${rows.slice(0, MOST_ROWS).join(', ')}, …` : rows.join(', ')
