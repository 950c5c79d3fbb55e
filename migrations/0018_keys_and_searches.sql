-- U6: the audit of the deployment itself. Who was invited, signed in, given a key; each row bound to the one before. No buyer data.
create table deployment.audit (
  chain text not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  -- JSON as it was bound.
  content text not null,
  mac bytea not null,
  primary key (chain, seq)
);
create index audit_at on deployment.audit (chain, at);

-- Where it ends and, after old rows were removed, begins.
create table deployment.audit_heads (
  chain text primary key,
  seq bigint not null,
  mac bytea not null,
  at timestamptz not null,
  from_seq bigint not null,
  from_mac bytea not null,
  proof bytea not null
);

-- As for the audit of a merchant: rows are added and read; only the vault's login removes any, and none younger than a year.
revoke update, delete, truncate on deployment.audit, deployment.audit_heads from millrace_app, millrace_vault;
grant update on deployment.audit_heads to millrace_app, millrace_vault;
grant delete on deployment.audit to millrace_vault;
alter table deployment.audit enable row level security;
create policy everyone on deployment.audit using (true) with check (true);
create policy kept_for_a_year on deployment.audit as restrictive for delete using
  (at < (select h.at - interval '365 days' from deployment.audit_heads h where h.chain = audit.chain));

-- D18: the master keys that were ever used, by name; the keys themselves lie in the key file. Current is the newest there, old another that
-- is there, destroyed one that is not.
create table deployment.master_keys (
  key_id text primary key,
  made_at timestamptz not null,
  destroyed_at timestamptz
);

-- Keys that stay when the master key is rotated, wrapped by it: the one that binds the audits.
create table deployment.kept_keys (
  name text primary key,
  wrapped bytea not null
);
revoke delete, truncate on deployment.master_keys, deployment.kept_keys from millrace_app, millrace_vault;
revoke update on deployment.master_keys, deployment.kept_keys from millrace_app;

-- A data key that may be known to others seals nothing more; its rows are sealed anew by the key that replaced it.
alter table vault.data_keys add column replaced_by text, add column replaced_at timestamptz;

-- D36: the key from which a merchant's blind indexes are made, wrapped.
create table vault.search_keys (
  merchant_id text primary key references deployment.merchants on delete cascade,
  wrapped bytea not null,
  created_at timestamptz not null
);

-- Blind indexes: 32 bits of an HMAC over a word of a buyer, to find the orders of a buyer who calls. Gone with the buyer data.
create table vault.searches (
  merchant_id text not null,
  kind smallint not null,
  value integer not null,
  order_id bigint not null,
  primary key (merchant_id, kind, value, order_id)
);
create index searches_of_order on vault.searches (merchant_id, order_id);

-- Whoever deletes buyer data, and however, its indexes go in the same statement. A foreign key would do that too, and be asked for each
-- index that is kept, six times an order. It runs with the rights of who deletes.
create function vault.forget_searches() returns trigger language plpgsql as $$
begin
  delete from vault.searches s using gone g where s.merchant_id = g.merchant_id and s.order_id = g.order_id;
  return null;
end $$;
create trigger forget_searches after delete on vault.buyers referencing old table as gone
  for each statement execute function vault.forget_searches();

-- What was kept before there was an index is indexed by the daily work.
alter table vault.buyers add column indexed boolean not null default false;
create index buyers_not_indexed on vault.buyers (merchant_id, order_id) where not indexed;

do $$
declare t text;
begin
  foreach t in array array['search_keys', 'searches'] loop
    execute format('alter table vault.%I enable row level security', t);
    execute format(
      'create policy merchant on vault.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;

-- How often a person searched by buyer within the last hour.
create table millrace.buyer_searches (
  merchant_id text not null references deployment.merchants on delete cascade,
  search_id bigint generated always as identity,
  user_id text not null,
  at timestamptz not null,
  primary key (merchant_id, search_id)
);
create index buyer_searches_of_user on millrace.buyer_searches (merchant_id, user_id, at);
alter table millrace.buyer_searches enable row level security;
create policy merchant on millrace.buyer_searches using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));

-- D42: what looks like misuse; open until a person wrote down what it was.
create table millrace.alarms (
  merchant_id text not null references deployment.merchants on delete cascade,
  alarm_id bigint generated always as identity (start with 1001),
  kind text not null,
  -- What it is about: the same is raised once.
  subject text not null,
  facts jsonb not null,
  raised_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  word text,
  primary key (merchant_id, alarm_id),
  unique (merchant_id, kind, subject),
  check ((closed_at is null) = (word is null))
);

-- D42: orders that nobody has a reason to open; who does raises an alarm.
create table millrace.canaries (
  merchant_id text not null,
  order_id bigint not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (merchant_id, order_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);

-- D41: reviews of the audit that were signed off, each up to a row.
create table millrace.audit_reviews (
  merchant_id text not null references deployment.merchants on delete cascade,
  through_seq bigint not null,
  signed_at timestamptz not null,
  signed_by text not null,
  counts jsonb not null,
  word text not null,
  primary key (merchant_id, signed_at)
);

do $$
declare t text;
begin
  foreach t in array array['alarms', 'canaries', 'audit_reviews'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
