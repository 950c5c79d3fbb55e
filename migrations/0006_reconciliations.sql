-- O18: nightly reconciliation by report, and back-fills of a range. Nothing of a buyer is in these tables.

-- When the next one is due, until when the last complete one reached, and the fence: a late run can no longer write.
create table millrace.reconcilers (
  merchant_id text not null,
  connection_id text not null,
  kind text not null check (kind in ('night', 'back-fill')),
  fence bigint not null default 0,
  next_at timestamptz,
  wanted_by text,
  covered_to timestamptz,
  primary key (merchant_id, connection_id, kind),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

-- One row for each run: what Amazon listed, what was accounted for and by what, what differed. `progress` is what a run
-- needs to go on after a stop: the report it waits for, the page it stands at.
create table millrace.reconciliations (
  merchant_id text not null,
  run_id bigint generated always as identity,
  connection_id text not null,
  kind text not null check (kind in ('night', 'back-fill')),
  asked_by text not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  state text not null check (state in ('ask', 'wait', 'read', 'fetch', 'search', 'done', 'failed', 'cancelled')),
  progress jsonb not null,
  listed integer not null default 0,
  accounted jsonb not null default '{}',
  why text,
  problem jsonb,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (merchant_id, run_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create unique index one_open_reconciliation on millrace.reconciliations (merchant_id, connection_id, kind) where ended_at is null;

-- What differed from Amazon's list, and what became of it.
create table millrace.differing_orders (
  merchant_id text not null,
  run_id bigint not null,
  amazon_order_id text not null,
  why text not null check (why in ('missing', 'stale')),
  listed_status text,
  state text not null default 'open' check (state in ('open', 'fetched', 'unchanged', 'gone', 'failed')),
  outcome text,
  at timestamptz,
  primary key (merchant_id, run_id, amazon_order_id),
  foreign key (merchant_id, run_id) references millrace.reconciliations on delete cascade
);
create index differing_orders_open on millrace.differing_orders (merchant_id, run_id, amazon_order_id) where state = 'open';

do $$
declare t text;
begin
  foreach t in array array['reconcilers', 'reconciliations', 'differing_orders'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;

-- Connections that import already have their nights planned by the first look.
insert into deployment.due (merchant_id, kind, subject, at)
  select merchant_id, 'reconcile', connection_id, to_timestamp(0) from millrace.connections where importing
  on conflict do nothing;
