import type { Pool } from '#store/db.ts'

/** Everything that must be the same whatever broke on the way, without numbers from sequences and times of ours. */
export async function readState(owner: Pool): Promise<Record<string, unknown>> {
  const { rows } = await owner.query<{ state: Record<string, unknown> }>(`select jsonb_build_object(${STATE}) as state`)
  return rows[0]?.state ?? {}
}

const list = (row: string, from: string, order: string) =>
  `(select coalesce(jsonb_agg(${row} order by ${order}), '[]') from ${from})`

/** New columns are compared by themselves: what is left out is named. */
const STATE = Object.entries({
  orders: list(
    `to_jsonb(o) - '{order_id,document_id,created_at,updated_at,reread_at}'::text[] || jsonb_build_object('document', d.reference)`,
    'millrace.orders o left join millrace.documents d using (merchant_id, document_id)',
    'o.amazon_order_id',
  ),
  lines: list(
    `to_jsonb(l) - 'order_id' || jsonb_build_object('order', o.amazon_order_id)`,
    'millrace.order_lines l join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id, l.line_id',
  ),
  allocations: list(
    `to_jsonb(a) - 'order_id' || jsonb_build_object('order', o.amazon_order_id)`,
    'millrace.allocations a join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id, a.line_id, a.item_id',
  ),
  stock: list('to_jsonb(s)', 'millrace.stock s', 's.item_id, s.center_code'),
  moves: list(
    `to_jsonb(m) - '{move_id,at,reference}'::text[]`,
    'millrace.stock_moves m',
    'm.item_id, m.center_code, m.move_id',
  ),
  allocatedNotReserved: list(
    'x.item_id',
    `(select s.item_id from millrace.stock s where s.allocated <> (select coalesce(sum(a.quantity), 0) from millrace.allocations a
       where a.merchant_id = s.merchant_id and a.item_id = s.item_id and a.center_code = s.center_code)) x`,
    'x.item_id',
  ),
  documents: list(
    `to_jsonb(d) - '{document_id,received_at,decided_at,decided_under,mended_at}'::text[]
       || jsonb_build_object('log', regexp_replace(d.log::text, 'Document \\[[0-9,]+\\]', 'Document'))
       || jsonb_build_object('stale', d.state = 'held' and d.decided_under < (select version from millrace.configuration c where c.merchant_id = d.merchant_id))`,
    'millrace.documents d',
    'd.reference',
  ),
  // That Amazon took something is not told where a sweep showed its end before.
  events: list(
    `jsonb_build_object('order', o.amazon_order_id, 'kind', e.kind, 'who', e.who, 'facts', e.facts - 'refund')`,
    `millrace.order_events e join millrace.orders o using (merchant_id, order_id) where e.kind not in ('shipment.sent', 'cancellation.sent')`,
    'o.amazon_order_id, e.event_id',
  ),
  originals: list(
    `jsonb_build_object('document', d.reference, 'holdsBuyerData', v.holds_buyer_data)`,
    'vault.documents v join millrace.documents d using (merchant_id, document_id)',
    'd.reference',
  ),
  buyers: list(
    'o.amazon_order_id',
    'vault.buyers v join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id',
  ),
  cancellations: list(
    `to_jsonb(c) - '{order_id,asked_at,gone_at,decided_at,ended_at}'::text[] || jsonb_build_object('order', o.amazon_order_id,
       'gone', c.gone_at is not null, 'decided', c.decided_at is not null, 'ended', c.ended_at is not null)`,
    'millrace.cancellations c join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id, c.request_number',
  ),
  outbox: list(
    // How often something was tried, and between which sweeps, is what a fault may change.
    `to_jsonb(x) - '{outbox_id,order_id,submission_id,subject,next_at,entered_at,sent_at,settled_at,attempts,sweeps_since}'::text[]
       || jsonb_build_object('order', o.amazon_order_id, 'settled', x.settled_at is not null)`,
    'millrace.outbox x join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id, x.kind, x.subject',
  ),
  packages: list(
    `to_jsonb(p) - '{order_id,entered_at,shipped_at}'::text[] || jsonb_build_object('order', o.amazon_order_id,
       'items', (select jsonb_agg(to_jsonb(i) - 'order_id' order by i.line_id) from millrace.package_items i
         where i.merchant_id = p.merchant_id and i.order_id = p.order_id and i.package_number = p.package_number))`,
    'millrace.packages p join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id, p.package_number',
  ),
  refunds: list(
    `to_jsonb(r) - '{refund_id,order_id,entered_at}'::text[] || jsonb_build_object('order', o.amazon_order_id,
       'lines', (select jsonb_agg(to_jsonb(l) - 'refund_id' order by l.line_id) from millrace.refund_lines l
         where l.merchant_id = r.merchant_id and l.refund_id = r.refund_id))`,
    'millrace.refunds r join millrace.orders o using (merchant_id, order_id)',
    'o.amazon_order_id, r.refund_id',
  ),
  submissions: list(
    `jsonb_build_object('kind', s.kind, 'way', s.way, 'state', s.state, 'messages', s.messages, 'problem', s.problem, 'report', s.report is not null)`,
    'millrace.submissions s',
    's.submission_id',
  ),
  reconciliations: list(
    `to_jsonb(r) - '{run_id,from_at,to_at,began_at,ended_at,progress}'::text[] || jsonb_build_object('ended', r.ended_at is not null,
       'incomplete', r.progress->'incomplete')`,
    'millrace.reconciliations r',
    'r.run_id',
  ),
  differing: list(
    `to_jsonb(d) - '{run_id,at}'::text[] || jsonb_build_object('kind', r.kind)`,
    'millrace.differing_orders d join millrace.reconciliations r using (merchant_id, run_id)',
    'd.run_id, d.amazon_order_id',
  ),
  nights: list(
    `to_jsonb(n) - '{fence,covered_to}'::text[] || jsonb_build_object('covered', n.covered_to is not null)`,
    'millrace.reconcilers n',
    'n.connection_id, n.kind',
  ),
  pages: list('p.page_id', 'millrace.pages p', 'p.page_id'),
  sealedPages: list('p.page_id', 'vault.pages p', 'p.page_id'),
  keys: list('k.key_id', 'vault.data_keys k', 'k.key_id'),
  connections: list(
    `jsonb_build_object('state', c.state, 'token', c.sealed_token is not null, 'importing', c.importing, 'lapses', c.lapses_on,
       'clock', k.why, 'deleted', k.deleted, 'ended', k.ended_at is not null)`,
    'millrace.connections c left join millrace.deletion_clocks k using (merchant_id, connection_id)',
    'c.connection_id',
  ),
  certificates: list(`c.content::jsonb->'counts'`, 'millrace.certificates c', 'c.certificate_id'),
  mappings: list('to_jsonb(m)', 'millrace.sku_mappings m', 'm.seller_sku'),
  items: list('to_jsonb(i)', 'millrace.items i', 'i.item_id'),
  tabs: list(
    `to_jsonb(t) - '{updated_at,checked_at}'::text[]`,
    'millrace.amazon_tabs t',
    't.item_id, t.marketplace_id',
  ),
  channels: list('to_jsonb(c)', 'millrace.channels c', 'c.code'),
  imports: list(
    // Numbers of sequences, and how the last run left its place, are its own.
    `to_jsonb(i) - '{import_id,made_at,applied_at,undone_at,ended_at}'::text[] || jsonb_build_object('ended', i.ended_at is not null,
       'parts', (select count(*) from millrace.import_files f where f.merchant_id = i.merchant_id and f.import_id = i.import_id),
       'sealed', (select count(*) from vault.brought_files f where f.merchant_id = i.merchant_id and f.import_id = i.import_id))`,
    'millrace.imports i',
    'i.file_name',
  ),
  importRows: list(
    `to_jsonb(r) - '{import_id,before,after}'::text[] || jsonb_build_object('file', i.file_name, 'before', coalesce(u.before, r.before)::jsonb,
       'after', coalesce(u.after, r.after)::jsonb - 'orderId' #- '{tab,updatedAt}')`,
    `millrace.import_rows r join millrace.imports i using (merchant_id, import_id)
       left join millrace.import_undo u using (merchant_id, import_id, row)`,
    'i.file_name, r.row',
  ),
  windows: list(
    `jsonb_build_object('open', s.window_to is not null, 'token', s.next_token, 'dropped', s.dropped_datasets)`,
    'millrace.sweeps s',
    's.connection_id',
  ),
  marketplaces: list(
    `jsonb_build_object('id', m.marketplace_id, 'refused', m.refused_at is not null, 'readAgain', m.refused_watermark is not null)`,
    'millrace.marketplaces m',
    'm.marketplace_id',
  ),
  // By which way and how often something was sent, and when, is what a fault may change.
  skuFields: list(
    `to_jsonb(f) - '{desired_at,sent_version,sent_at,sent_again,submission_id,message_number,due_at,tries,waits_since,sent_unsure,sent_before,previous,urgent,confirmed_at,read_again_at,carried_in}'::text[]`,
    'millrace.sku_fields f',
    'f.seller_sku, f.field, f.marketplace_id',
  ),
  listings: list(
    `to_jsonb(l) - '{read_at,listed_at}'::text[]`,
    'millrace.listings l',
    'l.seller_sku, l.marketplace_id',
  ),
  listingsToRead: list('r.seller_sku', 'millrace.listings_to_read r', 'r.seller_sku'),
  touched: list('t.item_id', 'millrace.touched_items t', 't.item_id'),
  cycles: list(
    `jsonb_build_object('kind', c.kind, 'by', c.asked_by, 'walked', c.walked_at is not null, 'ended', c.ended_at is not null)`,
    'millrace.cycles c',
    'c.cycle_id',
  ),
  audits: list(
    `jsonb_build_object('by', a.asked_by, 'state', a.state, 'listed', a.listed, 'counts', a.counts, 'problem', a.problem)`,
    'millrace.drift_audits a',
    'a.audit_id',
  ),
  drift: list(
    `jsonb_build_object('sku', d.seller_sku, 'what', d.what, 'ours', d.ours, 'amazons', d.amazons)`,
    'millrace.drift d',
    'd.audit_id, d.seller_sku, d.what',
  ),
  subscriptions: list(
    `jsonb_build_object('topic', s.topic, 'asked', s.subscription_id is not null, 'problem', s.problem)`,
    'millrace.subscriptions s',
    's.connection_id, s.topic',
  ),
  hintedOrders: list('h.amazon_order_id', 'millrace.hinted_orders h', 'h.amazon_order_id'),
  hints: list('h.hint_id', 'deployment.hints h', 'h.hint_id'),
  problems: list('p.code', 'millrace.problems p where cleared_at is null', 'p.code'),
  due: list(
    // A sweep looks for packages a minute later, after the last moment of a scene too: each one's state is compared instead.
    `jsonb_build_object('kind', d.kind, 'subject', d.subject, 'wanted', d.at is not null, 'failures', d.failures)`,
    `deployment.due d where d.kind <> 'confirm-shipments'`,
    'd.kind, d.subject',
  ),
})
  .map(([name, value]) => `'${name}', ${value}`)
  .join(',\n')

/** Keeps a copy of every row of the database under a number. */
export async function keepCopy(owner: Pool, number: number): Promise<void> {
  const tables = await tablesOf(owner)
  const copies = tables.map(({ name }) => `create table copy_${number}.${name.replace('.', '_')} as table ${name}`)
  await owner.query(`create schema copy_${number}; ${copies.join(';')}`)
}

/** Puts back a copy; sequences go on. Quicker by far than a database of its own for each run. */
export async function putBack(owner: Pool, number: number): Promise<void> {
  const tables = await tablesOf(owner)
  const rows = tables.map(
    ({ name, columns }) =>
      `delete from ${name}; insert into ${name} (${columns}) overriding system value select ${columns} from copy_${number}.${name.replace('.', '_')}`,
  )
  // What counts calls and grants tokens writes beside every transaction, and may still do so for the run before.
  const alone = 'lock table deployment.buckets, deployment.calls, deployment.tallies in exclusive mode'
  await owner.query(`begin; set local session_replication_role = replica; ${alone}; ${rows.join(';')}; commit`)
}

/** The tables with the columns that are not computed from others. */
async function tablesOf(owner: Pool): Promise<{ readonly name: string; readonly columns: string }[]> {
  const { rows } = await owner.query<{ name: string; columns: string }>(
    `select t.schemaname || '.' || t.tablename as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_tables t join pg_attribute a on a.attrelid = format('%I.%I', t.schemaname, t.tablename)::regclass
     where t.schemaname in ('deployment', 'millrace', 'vault') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1 order by 1`,
  )
  return rows
}
