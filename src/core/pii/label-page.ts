import type { Buyer, ShipTo } from './buyer.ts'
import { code128Svg } from './code-128.ts'
import type { OrderToShow } from './order-to-show.ts'

/** What is printed: an address label, or a packing slip that names the items too. */
export const PRINT_KINDS = ['address-label', 'packing-slip'] as const
export type PrintKind = (typeof PRINT_KINDS)[number]

/** The sender, as the merchant wrote it. */
export type Sender = {
  readonly name: string
  readonly line1: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly country: string
}

/** The one style of the page; its hash stands in the page's policy. */
export const LABEL_STYLE = `@page{margin:8mm}body{margin:0;font:12pt/1.35 system-ui,sans-serif;color:#000;background:#fff}
section{break-after:page;padding:4mm;max-width:180mm}section:last-child{break-after:auto}
.from{font-size:8pt}.to{font-size:16pt;margin:6mm 0;white-space:pre-line}.code{width:80mm;height:16mm;display:block}
.number{font-size:10pt;margin:1mm 0 4mm}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:1mm 3mm 1mm 0;border-bottom:.2mm solid #999;vertical-align:top}
th.n,td.n{text-align:right}.gift{border:.3mm solid #000;padding:2mm;margin:3mm 0;white-space:pre-line}`

/** Labels or packing slips as a page without script and without anything from elsewhere, one sheet for each order (D15). */
export function labelPage(
  kind: PrintKind,
  shown: readonly { readonly order: OrderToShow; readonly buyer: Buyer }[],
  { from, policy }: { readonly from: Sender; readonly policy: string },
): string {
  const sheets = shown.map((each) => sheetOf(kind, each, from))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Millrace</title><style>${LABEL_STYLE}</style></head><body>
${sheets.join('\n')}
</body></html>
`
}

function sheetOf(kind: PrintKind, { order, buyer }: { order: OrderToShow; buyer: Buyer }, from: Sender): string {
  const sender = [from.name, from.line1, `${from.city}, ${from.state} ${from.postalCode}`, from.country]
  const gifts = buyer.lines.flatMap(({ giftMessage }) => (giftMessage === null ? [] : [giftMessage]))
  return `<section>
<div class="from">${escaped(sender.join(' · '))}</div>
<div class="to">${escaped([...addressLines(buyer.shipTo), ...(buyer.phone === null ? [] : [`Tel. ${buyer.phone}`])].join('\n'))}</div>
${code128Svg(order.amazonOrderId)}
<div class="number">${escaped(order.amazonOrderId)} · ${order.orderId} · ${escaped(order.methodId ?? order.serviceLevel ?? '')}</div>
${buyer.deliveryNotes === null ? '' : `<p>${escaped(buyer.deliveryNotes)}</p>`}
${kind === 'packing-slip' ? itemTable(order) : ''}
${kind === 'packing-slip' ? gifts.map((gift) => `<p class="gift">${escaped(gift)}</p>`).join('') : ''}
</section>`
}

const itemTable = ({ lines }: OrderToShow): string =>
  `<table><thead><tr><th>Item</th><th>SKU</th><th class="n">Quantity</th></tr></thead><tbody>${lines
    .map(
      (line) =>
        `<tr><td>${escaped(line.title)}</td><td>${escaped(line.itemId ?? line.sellerSku)}</td><td class="n">${line.quantity}</td></tr>`,
    )
    .join('')}</tbody></table>`

/** An address as it is written on a parcel; lines that say nothing are left out. */
export function addressLines(shipTo: ShipTo | null): string[] {
  if (!shipTo) return []
  const { name, company, lines, district, city, state, postalCode, country } = shipTo
  const place = [city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [name, company, ...lines, district, place, country].filter((line): line is string => Boolean(line))
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in a page; signs that turn or hide what follows are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
