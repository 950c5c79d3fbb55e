-- H3: orders of other channels, brought as spreadsheets.

-- A channel of the merchant beside Amazon. `keep_days`: for how long its buyers' data is kept after an order has ended, by the merchant's own word (U4).
create table millrace.channels (
  merchant_id text not null references deployment.merchants on delete cascade,
  code text not null check (code ~ '^[A-Z0-9]{1,10}$'),
  name text not null,
  keep_days integer not null check (keep_days between 1 and 3650),
  primary key (merchant_id, code)
);

-- A file with buyers in it, between its preview and its end: sealed, and gone with either.
create table vault.brought_files (
  merchant_id text not null,
  import_id bigint not null,
  key_id text not null,
  sealed bytea not null,
  stored_at timestamptz not null,
  primary key (merchant_id, import_id),
  foreign key (merchant_id, import_id) references millrace.imports on delete cascade
);
alter table vault.brought_files alter sealed set storage external;

-- X1: the orders of one channel among a million of Amazon's.
create index orders_of_channels on millrace.orders (merchant_id, channel, placed_at, order_id) where channel <> 'amazon';

do $$
declare t text;
begin
  foreach t in array array['millrace.channels', 'vault.brought_files'] loop
    execute format('alter table %s enable row level security', t);
    execute format(
      'create policy merchant on %s using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
