-- The deployment: what belongs to no single merchant's data. It holds no order and no buyer data.
create schema deployment;
create schema millrace;
create schema vault;

-- M5: the mode is written into the database; each mode refuses the other's data.
create table deployment.installation (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demo', 'real')),
  created_at timestamptz not null
);

create table deployment.merchants (
  merchant_id text primary key check (merchant_id ~ '^[A-Z]{5}$'),
  name text not null,
  owner text not null,
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  weight_unit text not null check (weight_unit in ('g', 'kg', 'oz', 'lb')),
  ship_from jsonb not null,
  created_at timestamptz not null,
  suspended_at timestamptz
);

-- C3: a selling partner belongs to one merchant of the deployment only.
create table deployment.selling_partners (
  region text not null,
  selling_partner_id text not null,
  merchant_id text not null references deployment.merchants on delete cascade,
  primary key (region, selling_partner_id)
);

-- When which work is due. A change writes here in its own transaction; only the dispatcher sends jobs, after the commit.
-- `seq` moves with every wake, so that a wake during a run is not lost. `at` null: nothing to do until the next wake.
create table deployment.due (
  merchant_id text not null references deployment.merchants on delete cascade,
  kind text not null,
  subject text not null default '',
  at timestamptz,
  seq bigint not null default 1,
  failures integer not null default 0,
  last_error text,
  primary key (merchant_id, kind, subject)
);
create index due_at on deployment.due (at) where at is not null;

-- One token bucket per application, selling partner and operation, shared by all workers. `rate` is re-tuned by Amazon's
-- header; after a 429 nothing is granted before `blocked_until`.
create table deployment.buckets (
  key text primary key,
  rate double precision not null,
  burst double precision not null,
  tokens double precision not null,
  at timestamptz not null,
  blocked_until timestamptz
);

-- Takes one token, or says when there will be one. The clock is the caller's: p_now. p_rate and p_burst seed a new bucket.
create function deployment.take_token(p_key text, p_rate double precision, p_burst double precision, p_now timestamptz)
returns table (granted boolean, ready_at timestamptz) language plpgsql as $$
declare b deployment.buckets;
begin
  insert into deployment.buckets as t (key, rate, burst, tokens, at) values (p_key, p_rate, p_burst, p_burst, p_now)
    on conflict (key) do nothing;
  select * into b from deployment.buckets t where t.key = p_key for update;
  if p_now > b.at then
    b.tokens := least(b.burst, b.tokens + extract(epoch from p_now - b.at) * b.rate);
    b.at := p_now;
  end if;
  if b.blocked_until > p_now then
    granted := false;
    ready_at := b.blocked_until;
  elsif b.tokens >= 1 then
    granted := true;
    b.tokens := b.tokens - 1;
    ready_at := p_now;
  else
    granted := false;
    ready_at := b.at + make_interval(secs => (1 - b.tokens) / b.rate);
  end if;
  update deployment.buckets t set tokens = b.tokens, at = b.at where t.key = p_key;
  return next;
end $$;

-- What a merchant's calls cost: per day (UTC), selling partner and operation.
create table deployment.calls (
  merchant_id text not null references deployment.merchants on delete cascade,
  connection_id text not null,
  operation text not null,
  day date not null,
  calls bigint not null default 0,
  throttled bigint not null default 0,
  failed bigint not null default 0,
  primary key (merchant_id, connection_id, operation, day)
);

create table deployment.api_keys (
  key_hash bytea primary key,
  key_id text not null unique,
  merchant_id text not null references deployment.merchants on delete cascade,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);

-- The merchant's own data. Every table carries merchant_id, first in its primary key; row-level security below.

-- Moves with every change of items, mappings, methods, centers or settings: a held document decided under an older
-- version is tried again by itself (E4).
create table millrace.configuration (
  merchant_id text primary key references deployment.merchants on delete cascade,
  version bigint not null default 1
);

create table millrace.settings (
  merchant_id text not null references deployment.merchants on delete cascade,
  section text not null check (section in ('orders', 'shipping')),
  value jsonb not null,
  updated_at timestamptz not null,
  primary key (merchant_id, section)
);

create table millrace.connections (
  merchant_id text not null references deployment.merchants on delete cascade,
  connection_id text not null,
  region text not null check (region in ('na', 'eu', 'fe')),
  selling_partner_id text not null,
  sealed_token bytea,
  state text not null check (state in ('authorized', 'revoked', 'disabled')),
  authorized_at timestamptz not null,
  importing boolean not null default false,
  started_at timestamptz,
  primary key (merchant_id, connection_id)
);

create table millrace.marketplaces (
  merchant_id text not null,
  connection_id text not null,
  marketplace_id text not null,
  name text not null,
  country text not null,
  currency text not null,
  participating boolean not null,
  refused_at timestamptz,
  refused_watermark timestamptz,
  probed_at timestamptz,
  primary key (merchant_id, connection_id, marketplace_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

-- O1: where the sweep of a connection stands. A window is open while window_to is set.
create table millrace.sweeps (
  merchant_id text not null,
  connection_id text not null,
  watermark timestamptz not null,
  window_from timestamptz,
  window_to timestamptz,
  next_token text,
  token_at timestamptz,
  params jsonb,
  fence bigint not null default 0,
  dropped_datasets jsonb not null default '[]',
  clock_offset double precision not null default 0,
  completed_at timestamptz,
  primary key (merchant_id, connection_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

-- A page fetched and not yet imported; its content lies sealed in vault.pages. Gone once imported.
create table millrace.pages (
  merchant_id text not null references deployment.merchants on delete cascade,
  page_id bigint generated always as identity,
  connection_id text not null,
  orders integer not null,
  fetched_at timestamptz not null,
  primary key (merchant_id, page_id)
);

create table millrace.items (
  merchant_id text not null references deployment.merchants on delete cascade,
  item_id text not null,
  description text not null,
  price bigint,
  grams integer not null,
  tracks_stock boolean not null,
  kit jsonb,
  primary key (merchant_id, item_id)
);

create table millrace.sku_mappings (
  merchant_id text not null references deployment.merchants on delete cascade,
  seller_sku text not null,
  item_id text not null,
  ratio_amazon integer not null check (ratio_amazon > 0),
  ratio_ours integer not null check (ratio_ours > 0),
  unit text not null default '',
  note text not null default '',
  primary key (merchant_id, seller_sku),
  foreign key (merchant_id, item_id) references millrace.items
);
create index sku_mappings_item on millrace.sku_mappings (merchant_id, item_id);

create table millrace.distribution_centers (
  merchant_id text not null references deployment.merchants on delete cascade,
  center_code text not null,
  name text not null,
  position integer not null,
  is_default boolean not null,
  primary key (merchant_id, center_code)
);
create unique index one_default_center on millrace.distribution_centers (merchant_id) where is_default;

-- A center handles an item when it has a row here (O20).
create table millrace.stock (
  merchant_id text not null,
  item_id text not null,
  center_code text not null,
  on_hand bigint not null default 0,
  allocated bigint not null default 0,
  primary key (merchant_id, item_id, center_code),
  foreign key (merchant_id, item_id) references millrace.items on delete cascade,
  foreign key (merchant_id, center_code) references millrace.distribution_centers
);

create table millrace.shipping_methods (
  merchant_id text not null references deployment.merchants on delete cascade,
  method_id text not null,
  name text not null,
  carrier text not null,
  zones jsonb not null,
  max_grams integer,
  po_box boolean not null,
  military boolean not null,
  enabled boolean not null,
  primary key (merchant_id, method_id)
);

create sequence millrace.order_number start 1001;
create sequence millrace.document_number start 1001;

-- O12: every inbound order is a document of its own; its original lies sealed in vault.documents.
create table millrace.documents (
  merchant_id text not null references deployment.merchants on delete cascade,
  document_id bigint not null,
  kind text not null default 'inbound-order',
  reference text not null,
  connection_id text not null,
  state text not null check (state in ('placed', 'pending', 'held', 'skipped')),
  reason text,
  problems jsonb not null default '[]',
  log jsonb not null,
  amazon_updated_at timestamptz,
  received_at timestamptz not null,
  decided_at timestamptz not null,
  decided_under bigint not null,
  primary key (merchant_id, document_id),
  unique (merchant_id, reference)
);
create index documents_state on millrace.documents (merchant_id, state, document_id);

create table millrace.orders (
  merchant_id text not null references deployment.merchants on delete cascade,
  order_id bigint not null,
  amazon_order_id text not null,
  document_id bigint not null,
  connection_id text not null,
  marketplace_id text,
  stage text not null,
  amazon_status text not null,
  service_level text,
  method_id text,
  method_cost bigint,
  payment_method text not null,
  center_code text,
  placed_at timestamptz not null,
  amazon_updated_at timestamptz not null,
  ship_by timestamptz,
  deliver_by timestamptz,
  currency text,
  grand_total bigint,
  outside_lines bigint not null default 0,
  programs text[] not null default '{}',
  replaces text,
  flags text[] not null default '{}',
  dropped_lines jsonb not null default '[]',
  reserved boolean not null default true,
  reread_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant_id, order_id),
  unique (merchant_id, amazon_order_id)
);
create index orders_stage on millrace.orders (merchant_id, stage, order_id);
create index orders_reread on millrace.orders (merchant_id, reread_at) where reread_at is not null;

create table millrace.order_lines (
  merchant_id text not null,
  order_id bigint not null,
  line_id text not null,
  position integer not null,
  seller_sku text not null,
  asin text,
  title text not null,
  item_id text,
  quantity_amazon integer not null,
  fulfilled_amazon integer not null,
  quantity integer not null,
  item_amount bigint,
  shipping_amount bigint,
  gift_wrap_amount bigint,
  other_amount bigint,
  tax_amount bigint,
  marketplace_tax_amount bigint,
  discount_amount bigint,
  total_amount bigint,
  gift boolean not null,
  primary key (merchant_id, order_id, line_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);

-- O20: what an order reserves, per line and item, in one center.
create table millrace.allocations (
  merchant_id text not null,
  order_id bigint not null,
  line_id text not null,
  item_id text not null,
  center_code text not null,
  quantity bigint not null,
  primary key (merchant_id, order_id, line_id, item_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);

-- The history of an order: what happened, who did it, why. Never buyer data.
create table millrace.order_events (
  merchant_id text not null,
  order_id bigint not null,
  event_id bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  who text not null,
  facts jsonb not null default '{}',
  primary key (merchant_id, order_id, event_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);

-- Problems that belong to no single document: a refused marketplace, a revoked authorization, a page that waits too long.
create table millrace.problems (
  merchant_id text not null references deployment.merchants on delete cascade,
  connection_id text not null,
  code text not null,
  subject text not null default '',
  facts jsonb not null,
  since timestamptz not null,
  last_seen timestamptz not null,
  cleared_at timestamptz,
  primary key (merchant_id, connection_id, code, subject)
);

-- The vault: buyer data, sealed, with its origin (U3). Only millrace_vault may read this schema.
create table vault.data_keys (
  merchant_id text not null references deployment.merchants on delete cascade,
  key_id text not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (merchant_id, key_id)
);

create table vault.pages (
  merchant_id text not null,
  page_id bigint not null,
  key_id text not null,
  sealed bytea not null,
  primary key (merchant_id, page_id),
  foreign key (merchant_id, page_id) references millrace.pages on delete cascade
);

create table vault.documents (
  merchant_id text not null,
  document_id bigint not null,
  key_id text not null,
  sealed bytea not null,
  holds_buyer_data boolean not null,
  origin text not null default 'amazon',
  stored_at timestamptz not null,
  primary key (merchant_id, document_id),
  foreign key (merchant_id, document_id) references millrace.documents on delete cascade
);

create table vault.buyers (
  merchant_id text not null,
  order_id bigint not null,
  key_id text not null,
  sealed bytea not null,
  origin text not null default 'amazon',
  stored_at timestamptz not null,
  primary key (merchant_id, order_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);

-- What is sealed cannot be compressed: PostgreSQL need not try.
alter table vault.pages alter sealed set storage external;
alter table vault.documents alter sealed set storage external;
alter table vault.buyers alter sealed set storage external;

-- Every table of a merchant is fenced by row-level security. Not forced: no login of the running program owns a table.
do $$
declare t record;
begin
  for t in select schemaname, tablename from pg_tables where schemaname in ('millrace', 'vault') loop
    execute format('alter table %I.%I enable row level security', t.schemaname, t.tablename);
    execute format(
      'create policy merchant on %I.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))',
      t.schemaname, t.tablename);
  end loop;
end $$;
