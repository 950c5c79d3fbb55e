-- Notifications of Amazon by SQS, here called hints: each only makes us look, and nothing that it says is believed. Nothing waits for them.

-- The queue as it was last found. One row, of whichever worker looked last.
create table deployment.hint_queue (
  one boolean primary key default true check (one),
  arn text not null,
  answered_at timestamptz,
  message_at timestamptz,
  problem jsonb,
  problem_since timestamptz
);

-- The destination of that queue at Amazon, one for each region's application.
create table deployment.destinations (
  region text primary key check (region in ('na', 'eu', 'fe')),
  arn text not null,
  destination_id text,
  checked_at timestamptz not null,
  problem jsonb
);

-- Hints that were taken, by Amazon's own names, for a day: SQS delivers some twice. Without a merchant: those that belong to none.
create table deployment.hints (
  hint_id text not null,
  merchant_id text not null default '',
  taken_at timestamptz not null,
  primary key (hint_id, merchant_id)
);
create index hints_taken on deployment.hints (taken_at);

-- What Amazon was asked to tell of each connection, and when something came last.
create table millrace.subscriptions (
  merchant_id text not null,
  connection_id text not null,
  topic text not null check (topic in ('orders', 'feeds', 'reports')),
  subscription_id text,
  checked_at timestamptz not null,
  problem jsonb,
  primary key (merchant_id, connection_id, topic),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

-- Orders that are to be looked at soon: their numbers, and when Amazon says that they changed.
create table millrace.hinted_orders (
  merchant_id text not null,
  connection_id text not null,
  amazon_order_id text not null,
  changed_at timestamptz not null,
  next_at timestamptz not null,
  tries integer not null default 0,
  primary key (merchant_id, connection_id, amazon_order_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['subscriptions', 'hinted_orders'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;

-- C5: a secret that came by the queue is tested and promoted by itself.
alter table deployment.application_secrets add column came_by_hint boolean not null default false;
