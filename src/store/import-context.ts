import type { Item, SkuMapping } from '#core/catalog/item.ts'
import type { AmazonOrderId, CenterCode, ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { CancellationRequest } from '#core/orders/cancellation-request.ts'
import type {
  Center,
  ImportContext,
  MerchantFacts,
  PlacedLine,
  PlacedOrder,
  Stock,
  StockLevel,
} from '#core/orders/import-context.ts'
import type { Parts } from '#core/orders/missing-parts.ts'
import type { Stage } from '#core/orders/stage.ts'
import type { Problem } from '#core/problems.ts'
import { DEFAULT_SETTINGS, type OrderSettings, type ShippingSettings } from '#core/settings/settings.ts'
import type { ShippingMethod } from '#core/shipping/shipping-method.ts'
import type { Tx } from './db.ts'
import { lockConfiguration } from './settings.ts'

/** What is known of an inbound document before it is decided again. */
export type KnownDocument = {
  readonly documentId: number
  readonly state: string
  readonly amazonUpdatedAt: number | null
  /** What its order lacks, because Amazon refused it (O1). */
  readonly missing: Parts
  readonly problems: readonly Problem[]
}

/** Everything a page's decisions need, loaded at once, and the numbers that new orders and documents will get. */
export type LoadedContext = {
  readonly context: ImportContext
  readonly stock: Stock
  readonly documents: ReadonlyMap<string, KnownDocument>
  readonly configurationVersion: number
}

/** What a page asks for: its connection, the documents' references (Amazon order ids), and every seller SKU in it. */
export type ContextRequest = {
  readonly connection: ConnectionId
  readonly references: readonly string[]
  readonly sellerSkus: readonly string[]
}

/**
 * Loads once for a whole page: settings, items, mappings, methods, centers, stock, what is placed. Five statements, sent at
 * once; the first holds the configuration before the others read.
 */
export async function importContext(tx: Tx, merchant: MerchantId, request: ContextRequest): Promise<LoadedContext> {
  const [configurationVersion, context, catalog, placed, documents] = await Promise.all([
    lockConfiguration(tx, merchant),
    loadGeneral(tx, merchant, request.connection),
    loadCatalog(tx, merchant, request.sellerSkus),
    loadPlaced(tx, merchant, { ids: request.references, lock: true }),
    loadDocuments(tx, merchant, request.references),
  ])
  return {
    context: { ...context, items: catalog.items, mappings: catalog.mappings, placed },
    stock: catalog.stock,
    documents,
    configurationVersion,
  }
}

/** The same to look at only: nothing is locked, no number is drawn (C9). */
export async function previewContext(
  tx: Tx,
  merchant: MerchantId,
  request: ContextRequest,
): Promise<Pick<LoadedContext, 'context' | 'stock'>> {
  const [context, catalog, placed] = await Promise.all([
    loadGeneral(tx, merchant, request.connection),
    loadCatalog(tx, merchant, request.sellerSkus),
    loadPlaced(tx, merchant, { ids: request.references, lock: false }),
  ])
  const { items, mappings, stock } = catalog
  return { context: { ...context, items, mappings, placed }, stock }
}

type General = {
  facts: MerchantFacts
  started_at: number | null
  settings: { orders?: Partial<OrderSettings>; shipping?: Partial<ShippingSettings> } | null
  methods: ShippingMethod[] | null
  centers: Center[] | null
}

const GENERAL = `
select (select jsonb_build_object('timeZone', time_zone, 'currency', currency, 'country', coalesce(ship_from->>'country', 'US')) from deployment.merchants where merchant_id = $1) as facts,
  (select started_at from millrace.connections where merchant_id = $1 and connection_id = $2) as started_at,
  (select jsonb_object_agg(section, value) from millrace.settings where merchant_id = $1) as settings,
  (select jsonb_agg(jsonb_build_object('id', method_id, 'name', name, 'carrier', carrier, 'zones', zones, 'maxGrams', max_grams,
     'maxValue', max_value, 'maxPackages', max_packages, 'packageGrams', package_grams, 'poBox', po_box, 'military', military,
     'excludedItems', excluded_items, 'onlyItems', only_items, 'enabled', enabled)) from millrace.shipping_methods where merchant_id = $1) as methods,
  (select jsonb_agg(jsonb_build_object('code', center_code, 'isDefault', is_default) order by position, center_code)
   from millrace.distribution_centers where merchant_id = $1) as centers`

async function loadGeneral(tx: Tx, merchant: MerchantId, connection: ConnectionId) {
  const [row] = await tx.query<General>(GENERAL, [merchant, connection])
  if (!row?.facts) throw new Error(`The merchant ${merchant} does not exist.`)
  const orders = { ...DEFAULT_SETTINGS.orders, ...row.settings?.orders }
  const shipping = { ...DEFAULT_SETTINGS.shipping, ...row.settings?.shipping }
  return {
    merchant: row.facts,
    settings: { orders, shipping },
    // A date of the merchant's own (O2) takes the place of the moment importing was started (C9).
    startedAt: orders.notBefore === null ? row.started_at : null,
    methods: new Map((row.methods ?? []).map((method) => [method.id, method])),
    centers: row.centers ?? [],
  }
}

type CatalogRow = { mappings: MappingRow[] | null; items: Item[] | null; stock: StockRow[] | null }
type MappingRow = { sellerSku: SellerSku; itemId: ItemId; amazon: number; ours: number; unit: string; note: string }
type StockRow = { item: ItemId; center: CenterCode; onHand: number; allocated: number }

const CATALOG = `
with m as (select * from millrace.sku_mappings where merchant_id = $1 and seller_sku = any($2::text[])),
i as (select * from millrace.items where merchant_id = $1 and (item_id = any($2::text[]) or item_id in (select item_id from m))),
c as (select * from millrace.items where merchant_id = $1 and item_id in (select k->>'itemId' from i, jsonb_array_elements(i.kit) k where i.kit is not null)),
every as (select * from i union select * from c)
select (select jsonb_agg(jsonb_build_object('sellerSku', seller_sku, 'itemId', item_id, 'amazon', ratio_amazon, 'ours', ratio_ours, 'unit', unit, 'note', note)) from m) as mappings,
  (select jsonb_agg(jsonb_build_object('id', item_id, 'description', description, 'price', price, 'grams', grams, 'tracksStock', tracks_stock, 'kit', kit)) from every) as items,
  (select jsonb_agg(jsonb_build_object('item', s.item_id, 'center', s.center_code, 'onHand', s.on_hand, 'allocated', s.allocated))
   from millrace.stock s where s.merchant_id = $1 and s.item_id in (select item_id from every)) as stock`

async function loadCatalog(tx: Tx, merchant: MerchantId, sellerSkus: readonly string[]) {
  const [row] = await tx.query<CatalogRow>(CATALOG, [merchant, [...new Set(sellerSkus)]])
  const mappings = new Map<SellerSku, SkuMapping>()
  for (const m of row?.mappings ?? [])
    mappings.set(m.sellerSku, {
      sellerSku: m.sellerSku,
      itemId: m.itemId,
      ratio: { amazon: m.amazon, ours: m.ours },
      unit: m.unit,
      note: m.note,
    })
  const stock = new Map<ItemId, Map<CenterCode, StockLevel>>()
  for (const s of row?.stock ?? []) {
    const centers = stock.get(s.item) ?? new Map<CenterCode, StockLevel>()
    stock.set(s.item, centers.set(s.center, { onHand: s.onHand, allocated: s.allocated }))
  }
  return { mappings, items: new Map((row?.items ?? []).map((item) => [item.id, item])), stock }
}

type PlacedRow = {
  order_id: number
  amazon_order_id: AmazonOrderId
  stage: Stage
  amazon_status: string
  amazon_updated_at: number
  center_code: CenterCode | null
  to_confirm: boolean
  fulfilled_by_amazon: boolean
  cancellation: CancellationRequest | null
  lines:
    | (Omit<PlacedLine, 'allocations'> & {
        allocations: { itemId: ItemId; center: CenterCode; quantity: number }[] | null
      })[]
    | null
}

/**
 * By one index lookup for each order, which `limit 1` makes sure of: while PostgreSQL has no statistics of a merchant who
 * grows, a plain join reads all orders that the merchant has, for each page.
 */
async function loadPlaced(
  tx: Tx,
  merchant: MerchantId,
  { ids, lock }: { ids: readonly string[]; lock: boolean },
): Promise<Map<AmazonOrderId, PlacedOrder>> {
  const rows = await tx.query<PlacedRow>(
    `select o.order_id, o.amazon_order_id, o.stage, o.amazon_status, o.amazon_updated_at, o.center_code, o.to_confirm, o.fulfilled_by_amazon,
       (select jsonb_build_object('number', c.request_number, 'lines', c.lines, 'state', c.state, 'gone', c.gone_at is not null, 'byMerchant', c.by_merchant, 'up',
          (select b.state from millrace.outbox b where b.merchant_id = c.merchant_id and b.kind = 'cancellation' and b.order_id = c.order_id and b.subject = c.request_number)) from millrace.cancellations c
        where c.merchant_id = o.merchant_id and c.order_id = o.order_id order by c.request_number desc limit 1) as cancellation,
       (select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'itemId', l.item_id, 'ratio', jsonb_build_object('amazon', l.ratio_amazon, 'ours', l.ratio_ours), 'quantityAmazon', l.quantity_amazon, 'fulfilledAmazon', l.fulfilled_amazon, 'allocations',
          (select jsonb_agg(jsonb_build_object('itemId', a.item_id, 'center', a.center_code, 'quantity', a.quantity)) from millrace.allocations a
           where a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_id = l.line_id)) order by l.position)
        from millrace.order_lines l where l.merchant_id = o.merchant_id and l.order_id = o.order_id) as lines
     from unnest($2::text[]) as r (id)
       cross join lateral (select * from millrace.orders where merchant_id = $1 and amazon_order_id = r.id limit 1 ${lock ? 'for update' : ''}) o`,
    [merchant, [...new Set(ids)]],
  )
  return new Map(
    rows.map((row) => [
      row.amazon_order_id,
      {
        orderId: row.order_id,
        stage: row.stage,
        amazonStatus: row.amazon_status,
        updatedAt: row.amazon_updated_at,
        center: row.center_code,
        toConfirm: row.to_confirm,
        fulfilledByAmazon: row.fulfilled_by_amazon,
        cancellation: row.cancellation,
        lines: (row.lines ?? []).map((l) => ({
          ...l,
          allocations: (l.allocations ?? []).map((a) => ({ ...a, line: l.lineId })),
        })),
      },
    ]),
  )
}

/** By one index lookup for each reference, as orders are. */
async function loadDocuments(
  tx: Tx,
  merchant: MerchantId,
  references: readonly string[],
): Promise<Map<string, KnownDocument>> {
  const rows = await tx.query<{
    reference: string
    document_id: number
    state: string
    amazon_updated_at: number | null
    missing: string[]
    problems: Problem[]
  }>(
    `select r.reference, coalesce(d.document_id, nextval('millrace.document_number')) as document_id, coalesce(d.state, 'new') as state, d.amazon_updated_at, coalesce(d.missing, '{}') as missing, coalesce(d.problems, '[]') as problems
     from unnest($2::text[]) as r (reference)
       left join lateral (select * from millrace.documents where merchant_id = $1 and reference = r.reference limit 1) d on true`,
    [merchant, [...new Set(references)]],
  )
  return new Map(
    rows.map((row) => [
      row.reference,
      {
        documentId: row.document_id,
        state: row.state,
        amazonUpdatedAt: row.amazon_updated_at,
        missing: row.missing,
        problems: row.problems,
      },
    ]),
  )
}
