-- Filled by the part that bears this name.
-- D47: each time a backup was put back here. Until `opened_at` is set nothing opens this deployment: overdue buyer data goes first.
create table deployment.restores (
  restored_at timestamptz primary key,
  backup_id text not null,
  backup_made_at timestamptz not null,
  -- False: the backup was made after everything had stopped, so that nothing can have happened since.
  steps_back boolean not null,
  with_vault boolean not null,
  -- Where the audits ended that were replaced, by merchant: as audit verify prints it.
  heads_before jsonb not null default '{}',
  opened_at timestamptz
);
revoke insert, delete, truncate on deployment.restores from millrace_app, millrace_vault;

-- I4, T1: SKUs at Amazon that are to be read soon: one that a submitted Amazon tab made, and one that is to be priced and was never read.
create table millrace.listings_to_read (
  merchant_id text not null,
  connection_id text not null,
  seller_sku text not null,
  marketplace_id text not null,
  at timestamptz not null,
  tries integer not null default 0,
  primary key (merchant_id, connection_id, seller_sku, marketplace_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create index listings_to_read_next on millrace.listings_to_read (merchant_id, connection_id, at);
alter table millrace.listings_to_read enable row level security;
create policy merchant on millrace.listings_to_read using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
