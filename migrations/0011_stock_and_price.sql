-- Stock and price up: what we know of listings, what we want to say of each, what was sent and what is confirmed.

-- I2: units that a center keeps back from Amazon. Back-ordered stock: when more comes, told to Amazon as restock_date.
alter table millrace.distribution_centers add column inventory_buffer integer not null default 0 check (inventory_buffer >= 0);
alter table millrace.stock add column restock_on date;

-- I5: the item's own lead time wins. T4: a barcode finds listings.
alter table millrace.items
  add column lead_time_minutes integer check (lead_time_minutes >= 0),
  add column barcode text;
create index items_barcode on millrace.items (merchant_id, barcode) where barcode is not null;

-- I4: what is offered beyond the item's own price. `marketplace_id` '' counts in every marketplace of the merchant's currency; a row of
-- a marketplace wins there and is in that marketplace's currency. A null price is the item's own.
create table millrace.item_offers (
  merchant_id text not null,
  item_id text not null,
  marketplace_id text not null default '',
  currency text not null,
  price bigint,
  min_price bigint,
  max_price bigint,
  sale_price bigint,
  sale_from date,
  sale_to date,
  business_price bigint,
  -- [{ "from": 5, "price": 1799 }], minor units.
  business_tiers jsonb not null default '[]',
  primary key (merchant_id, item_id, marketplace_id),
  foreign key (merchant_id, item_id) references millrace.items on delete cascade
);

-- T1: the Amazon tab of an item: its product type there and the attributes that Amazon's definition asks for.
create table millrace.amazon_tabs (
  merchant_id text not null,
  item_id text not null,
  marketplace_id text not null,
  product_type text not null,
  requirements text not null default 'LISTING' check (requirements in ('LISTING', 'LISTING_OFFER_ONLY', 'LISTING_PRODUCT_ONLY')),
  attributes jsonb not null default '{}',
  problems jsonb not null default '[]',
  checked_at timestamptz,
  updated_at timestamptz not null,
  -- How the listing was last handed to Amazon from here, and what Amazon said.
  submission jsonb,
  primary key (merchant_id, item_id, marketplace_id),
  foreign key (merchant_id, item_id) references millrace.items on delete cascade
);

-- A seller SKU in one marketplace as Amazon last showed it. `channel` null: never read, and then no quantity is ever sent (I9).
create table millrace.listings (
  merchant_id text not null,
  connection_id text not null,
  seller_sku text not null,
  marketplace_id text not null,
  -- T4: the item it is linked to by a person.
  item_id text,
  asin text,
  title text not null default '',
  barcode text,
  product_type text,
  channel text,
  active boolean not null default true,
  quantity integer,
  lead_days integer,
  price bigint,
  currency text,
  -- I4, I5: Amazon prices it by a rule; Amazon sets its handling time.
  pricing_rule boolean not null default false,
  automated_handling boolean not null default false,
  -- I4: parts of the offer that we do not own, read once at linking and sent along.
  kept_offer jsonb,
  issues jsonb not null default '[]',
  read_at timestamptz,
  -- I12: another hand changed who ships it: the channel before, and when the report first said so.
  channel_before text,
  channel_changed_at timestamptz,
  -- When the all-listings report last named it; gone: no longer.
  listed_at timestamptz,
  gone_at timestamptz,
  primary key (merchant_id, connection_id, seller_sku, marketplace_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create index listings_item on millrace.listings (merchant_id, item_id) where item_id is not null;

-- I10: per SKU and field what we want to say, what was sent, what is confirmed: JSON in one canonical spelling, so that values are
-- compared as texts. Stock is one for all marketplaces of a
-- selling partner (`marketplace_id` ''); price is per marketplace.
create table millrace.sku_fields (
  merchant_id text not null,
  connection_id text not null,
  seller_sku text not null,
  marketplace_id text not null default '',
  field text not null check (field in ('stock', 'price')),
  product_type text,
  desired text,
  desired_at timestamptz,
  -- The version rises with each sending; an answer about an older one changes nothing.
  sent text,
  sent_version bigint not null default 0,
  sent_at timestamptz,
  -- Sent a second time because it was not seen at Amazon; the next time it is shown.
  sent_again boolean not null default false,
  way text check (way in ('call', 'feed', 'file')),
  submission_id bigint,
  message_number integer,
  -- due: to be sent. held: a person must approve. flying: in a feed or file under way. accepted: Amazon took it, and it must be read
  -- back. confirmed, refused, differs: how it ended.
  state text not null check (state in ('due', 'held', 'flying', 'accepted', 'confirmed', 'refused', 'differs')),
  -- Not before this: a feed that came to nothing is tried again after a pause that grows with `tries`; stock waits for its price (I8)
  -- since `waits_since`.
  due_at timestamptz not null default to_timestamp(0),
  tries integer not null default 0,
  waits_since timestamptz,
  -- What was sent last may not stand at Amazon: it was refused, or its feed came to nothing.
  sent_unsure boolean not null default false,
  -- What was sent before that, as far as it stood at Amazon.
  sent_before text,
  -- I7, I8, I11: goes before the rest, and never behind a feed; stock that goes to zero is always urgent. I12: an order or a shipment caused it.
  urgent boolean not null default false,
  by_orders boolean not null default false,
  confirmed text,
  confirmed_at timestamptz,
  -- What stood at Amazon before, to be put back (I12).
  previous text,
  -- A value that a person approved, or put back and pinned until it is released.
  approved text,
  pinned text,
  problem jsonb,
  read_again_at timestamptz,
  primary key (merchant_id, connection_id, seller_sku, marketplace_id, field),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create index sku_fields_due on millrace.sku_fields (merchant_id, connection_id, urgent, due_at, seller_sku) where state = 'due';
create index sku_fields_waiting on millrace.sku_fields (merchant_id, connection_id, state, seller_sku) where state in ('held', 'flying', 'refused', 'differs');
create index sku_fields_read on millrace.sku_fields (merchant_id, connection_id, read_again_at) where state = 'accepted';
create index sku_fields_submission on millrace.sku_fields (merchant_id, submission_id, message_number) where submission_id is not null;

-- I11: items whose stock, price or options changed; looked at before the next cycle and then gone. `seq` rises with each change, so
-- that one during a look is not lost.
create table millrace.touched_items (
  merchant_id text not null,
  item_id text not null,
  seq bigint not null default 1,
  by_orders boolean not null,
  primary key (merchant_id, item_id),
  foreign key (merchant_id, item_id) references millrace.items on delete cascade
);

-- What happened to a SKU's stock or price at Amazon, in order; who where a person did it.
create table millrace.sku_history (
  merchant_id text not null,
  connection_id text not null,
  seller_sku text not null,
  marketplace_id text not null default '',
  event_id bigint generated always as identity,
  field text not null,
  at timestamptz not null,
  what text not null,
  before text,
  after text,
  who text not null,
  -- I12: the brake counts what went to zero or changed its price, unless orders or shipments caused it.
  counts boolean not null default false,
  facts jsonb not null default '{}',
  primary key (merchant_id, connection_id, seller_sku, event_id)
);
create index sku_history_counted on millrace.sku_history (merchant_id, connection_id, at) where counts;

-- I14: two switches, off at first. I12: the brake stands until a person releases it.
alter table millrace.connections
  add column sending_stock boolean not null default false,
  add column sending_price boolean not null default false,
  add column switched_at timestamptz,
  add column switched_by text,
  add column braked_at timestamptz,
  add column brake jsonb;

-- One run of the inventory and price flow: the hourly one, a complete one, Manual Upload (I1, I7).
create table millrace.cycles (
  merchant_id text not null,
  cycle_id bigint generated always as identity,
  connection_id text not null,
  kind text not null check (kind in ('changes', 'complete', 'manual')),
  asked_by text not null,
  -- Manual Upload of chosen SKUs; null: all.
  skus text[],
  -- The last SKU looked at; null when all were.
  after_sku text,
  walked_at timestamptz,
  began_at timestamptz not null,
  ended_at timestamptz,
  counts jsonb not null default '{}',
  problem jsonb,
  primary key (merchant_id, cycle_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create index cycles_connection on millrace.cycles (merchant_id, connection_id, cycle_id);

-- I12: when a connection is audited next, who wants it now, and which run may still write (a late one is told by its fence).
create table millrace.auditors (
  merchant_id text not null,
  connection_id text not null,
  fence bigint not null default 0,
  next_at timestamptz,
  wanted_by text,
  primary key (merchant_id, connection_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

-- I12: the daily audit against the all-listings report, and what differed.
create table millrace.drift_audits (
  merchant_id text not null,
  audit_id bigint generated always as identity,
  connection_id text not null,
  marketplace_id text not null,
  asked_by text not null default 'schedule',
  state text not null check (state in ('ask', 'wait', 'read', 'compare', 'done', 'failed')),
  progress jsonb not null default '{}',
  listed integer not null default 0,
  counts jsonb not null default '{}',
  problem jsonb,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (merchant_id, audit_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create unique index one_open_audit on millrace.drift_audits (merchant_id, connection_id, marketplace_id) where ended_at is null;

create table millrace.drift (
  merchant_id text not null,
  audit_id bigint not null,
  seller_sku text not null,
  what text not null check (what in ('missing', 'unknown', 'quantity', 'price', 'channel', 'inactive')),
  ours jsonb,
  amazons jsonb,
  primary key (merchant_id, audit_id, seller_sku, what),
  foreign key (merchant_id, audit_id) references millrace.drift_audits on delete cascade
);

-- Connections of before are audited at once: nothing is ever sent of a SKU that Amazon's listings were not seen to hold (I9).
insert into deployment.due (merchant_id, kind, subject, at)
select merchant_id, 'drift-audit', connection_id, to_timestamp(0) from millrace.connections where state = 'authorized'
on conflict do nothing;

-- Why stock moved: by a person (adjustment, transfer, receipt, count) or by the program (shipment, restock).
create table millrace.stock_moves (
  merchant_id text not null,
  move_id bigint generated always as identity,
  at timestamptz not null,
  kind text not null check (kind in ('adjustment', 'transfer', 'receipt', 'count', 'shipment', 'restock')),
  item_id text not null,
  center_code text not null,
  change bigint not null,
  on_hand bigint not null,
  reason text not null,
  who text not null,
  reference text not null default '',
  primary key (merchant_id, move_id)
);
create index stock_moves_item on millrace.stock_moves (merchant_id, item_id, move_id);

-- Sections of settings for stock and price.
alter table millrace.settings drop constraint settings_section_check;
alter table millrace.settings add constraint settings_section_check check (section in ('orders', 'shipping', 'emails', 'inventory'));

-- Definitions of product types, the same for every merchant; fetched again when the checksum differs.
create table deployment.product_types (
  marketplace_id text not null,
  product_type text not null,
  requirements text not null,
  locale text not null,
  checksum text not null,
  title text not null,
  schema jsonb not null,
  groups jsonb not null,
  fetched_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (marketplace_id, product_type, requirements, locale)
);

do $$
declare t text;
begin
  foreach t in array array['item_offers', 'amazon_tabs', 'listings', 'sku_fields', 'touched_items', 'sku_history', 'cycles', 'auditors', 'drift_audits', 'drift', 'stock_moves'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
