-- U2: where an order goes, as far as it tells nothing of its buyer: a country, and a state that the country has.
alter table millrace.orders add column ship_country text, add column ship_state text;

-- U3: what people opened within the last day, for the limit. Who opened what for what stands in the audit; this is forgotten after a day.
create table millrace.reveals (
  merchant_id text not null references deployment.merchants on delete cascade,
  reveal_id bigint generated always as identity,
  user_id text not null,
  way text not null check (way in ('reveal', 'original', 'print', 'export')),
  -- The order; for the original of a document that was never placed, the document.
  order_id bigint,
  document_id bigint,
  at timestamptz not null,
  primary key (merchant_id, reveal_id),
  check ((order_id is null) <> (document_id is null))
);
create index reveals_of_user on millrace.reveals (merchant_id, user_id, at);

-- U3: how much one person may open within a day; without a row the usual limits.
create table millrace.reveal_limits (
  merchant_id text primary key references deployment.merchants on delete cascade,
  reveal integer not null,
  print integer not null,
  export integer not null,
  set_by text not null,
  set_at timestamptz not null
);

-- D35: every export that was asked for. The file itself is kept nowhere: it is written when it is fetched, once.
create table millrace.exports (
  merchant_id text not null references deployment.merchants on delete cascade,
  export_id bigint generated always as identity (start with 1001),
  -- SHA-256 of the word that fetches it; the word itself is never kept.
  token_hash bytea not null,
  user_id text not null,
  who text not null,
  session_id text not null,
  purpose text not null,
  with_bom boolean not null,
  order_ids bigint[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  fetched_at timestamptz,
  primary key (merchant_id, export_id),
  unique (merchant_id, token_hash)
);

-- U3: while a shipping run is open, its session sees the addresses of orders that wait to be shipped.
create table millrace.shipping_runs (
  merchant_id text not null references deployment.merchants on delete cascade,
  run_id bigint generated always as identity (start with 1001),
  user_id text not null,
  who text not null,
  session_id text not null,
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- How many orders waited when it began.
  open_orders integer not null,
  primary key (merchant_id, run_id)
);
create index shipping_runs_open on millrace.shipping_runs (merchant_id, user_id) where ended_at is null;

-- Which orders a run showed, each once however often it was looked at.
create table millrace.shipping_run_orders (
  merchant_id text not null,
  run_id bigint not null,
  order_id bigint not null,
  first_at timestamptz not null,
  primary key (merchant_id, run_id, order_id),
  foreign key (merchant_id, run_id) references millrace.shipping_runs on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['reveals', 'reveal_limits', 'exports', 'shipping_runs', 'shipping_run_orders'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
