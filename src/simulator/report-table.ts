import type { ItemDocument, OrderDocument } from './order-document.ts'

/** One line of an order, as a report tells it. */
export type ReportLine = {
  readonly order: OrderDocument
  readonly item: ItemDocument
  /** False: payment was never authorized, so there is neither price nor address. */
  readonly payable: boolean
  readonly payableSince: number | undefined
  readonly now: number
}
export type Column<Line = ReportLine> = readonly [name: string, cell: (line: Line) => string | number | undefined]

/** Tab-separated text with a header. No cell is ever quoted, so a quotation mark in a title stands alone. */
export function tableText<Line>(columns: readonly Column<Line>[], lines: readonly Line[]): string {
  const rows = lines.map((line) => columns.map(([, cell]) => clean(cell(line))).join('\t'))
  return [columns.map(([name]) => name).join('\t'), ...rows, ''].join('\r\n')
}

const clean = (cell: string | number | undefined) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')

/** A time as reports write it. */
export const reportTime = (time: string | number | undefined) =>
  time === undefined ? '' : new Date(time).toISOString().replace(/\.\d+Z$/, '+00:00')

/** The amount of a proceeds type of a line, or of one part of it; nothing while the order is pending. */
export function amountOf({ item, payable }: ReportLine, type: string, part?: string): string {
  const breakdown = item.proceeds?.breakdowns?.find((b) => b.type === type)
  if (!payable || !breakdown) return ''
  if (part === undefined) return breakdown.subtotal.amount
  return breakdown.detailedBreakdowns?.find((d) => d.subtype === part)?.value.amount ?? ''
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  STANDARD: 'Std',
  EXPEDITED: 'Exp',
  SECOND_DAY: 'Second',
  NEXT_DAY: 'Next',
  SAME_DAY: 'SameDay',
  SCHEDULED: 'Sched',
  FREE_ECONOMY: 'Econ',
}

/** The name of the seller's own shipping template, which only reports tell. */
export function serviceLevelText({ order }: ReportLine, country: string): string {
  const level = order.fulfillment?.fulfillmentServiceLevel ?? 'STANDARD'
  return `${LEVEL_WORDS[level] ?? 'Std'} ${country} D2D Dom`
}

export const isBusiness = ({ order }: ReportLine) => String(order.programs?.includes('AMAZON_BUSINESS') ?? false)
export const priceDesignation = ({ item }: ReportLine) =>
  item.product.price?.priceDesignation === 'BUSINESS_PRICE' ? 'Business Price' : ''
