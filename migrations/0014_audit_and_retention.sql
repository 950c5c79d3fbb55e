-- U3: the audit of a merchant. What was done with its buyer data, row by row, each bound to the one before; never buyer data.
-- It stays when the merchant goes, so it names none of its tables.
create table millrace.audit (
  merchant_id text not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  -- JSON as it was bound: what was done, for what, how much of it.
  content text not null,
  mac bytea not null,
  primary key (merchant_id, seq)
);
create index audit_at on millrace.audit (merchant_id, at);
create index audit_purges on millrace.audit (merchant_id, seq) where content like '{"act":"purged"%';

-- Where each audit ends and, after old rows were removed, begins. Kept apart, so that a cut tail is seen.
create table millrace.audit_heads (
  merchant_id text primary key,
  seq bigint not null,
  mac bytea not null,
  at timestamptz not null,
  from_seq bigint not null,
  from_mac bytea not null,
  proof bytea not null
);

do $$
declare t text;
begin
  foreach t in array array['audit', 'audit_heads'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;

-- Rows are added and read. Only the vault's login may remove any, and none that is younger than a year.
revoke update, delete, truncate on millrace.audit, millrace.audit_heads from millrace_app, millrace_vault;
grant update on millrace.audit_heads to millrace_app, millrace_vault;
grant delete on millrace.audit to millrace_vault;
create policy kept_for_a_year on millrace.audit as restrictive for delete using
  (at < (select h.at - interval '365 days' from millrace.audit_heads h where h.merchant_id = audit.merchant_id));

-- U4: which originals hold buyer data.
create index documents_with_buyer on vault.documents (merchant_id, document_id) where holds_buyer_data;

-- U4: merchants that import already are looked after from now on.
insert into deployment.due (merchant_id, kind, subject, at)
  select distinct merchant_id, 'purge-buyer-data', '', to_timestamp(0) from millrace.connections
  on conflict do nothing;
