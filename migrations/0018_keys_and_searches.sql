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
