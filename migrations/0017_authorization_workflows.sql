-- The connection as it comes, lapses and ends: consents under way, the day of lapse, the clock of C6, the application's secrets, plans.

-- C4: the last day of an authorization in the merchant's days; null: it has no end. 'website': by Amazon's consent page (C3), 'pasted': by
-- hand (C1). `expired`: Amazon refuses it, and its day has come.
alter table millrace.connections
  add column lapses_on date,
  add column consent text not null default 'pasted' check (consent in ('website', 'pasted')),
  add column checked_at timestamptz,
  drop constraint connections_state_check,
  add constraint connections_state_check check (state in ('authorized', 'expired', 'revoked', 'disabled'));
update millrace.connections c set lapses_on = (c.authorized_at at time zone m.time_zone)::date + 365
  from deployment.merchants m where m.merchant_id = c.merchant_id;

-- C6: the clock of a connection whose authorization ended: 30 days, then what Amazon gave goes. `deleted` counts what went, so that a run
-- that was broken off goes on.
create table millrace.deletion_clocks (
  merchant_id text not null,
  connection_id text not null,
  why text not null check (why in ('cleared', 'lapsed', 'revoked')),
  began_at timestamptz not null,
  deleted jsonb not null default '{}',
  ended_at timestamptz,
  primary key (merchant_id, connection_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);

-- C6: what was deleted, told once and kept. No buyer data. Its fingerprint stands in the merchant's audit.
create table millrace.certificates (
  merchant_id text not null references deployment.merchants on delete cascade,
  certificate_id bigint generated always as identity,
  connection_id text not null,
  written_at timestamptz not null,
  content text not null,
  fingerprint text not null,
  primary key (merchant_id, certificate_id)
);

do $$
declare t text;
begin
  foreach t in array array['deletion_clocks', 'certificates'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
-- A certificate is written once.
revoke update, delete, truncate on millrace.certificates from millrace_app, millrace_vault;

-- C3: a consent under way. It is bound to a person, a session, a merchant and a region; its state is kept as SHA-256 and good once, for ten
-- minutes. One that Amazon began at our Login URI has its handle first, and is bound when the person confirms it.
create table deployment.pending_consents (
  consent_id text primary key,
  -- The state that goes to Amazon, or before it the handle of the visitor.
  secret_hash bytea not null unique,
  kind text not null check (kind in ('visit', 'state')),
  merchant_id text references deployment.merchants on delete cascade,
  user_id text,
  session_id text,
  region text check (region in ('na', 'eu', 'fe')),
  mode text not null check (mode in ('demo', 'real')),
  -- C8: the person agreed that the plan is raised.
  raises_plan boolean not null default false,
  -- What Amazon sent to our Login URI.
  selling_partner_id text,
  callback text,
  amazon_state text,
  version text,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- How it ended: a connection, or the code of a problem.
  connection_id text,
  problem text
);
create index pending_consents_of_merchant on deployment.pending_consents (merchant_id, begun_at);
create index pending_consents_expire on deployment.pending_consents (expires_at);

-- C5, M4: the client secret of each region's application in two slots. A current row without a secret of its own only has the dates of the
-- one in the environment.
create table deployment.application_secrets (
  region text not null check (region in ('na', 'eu', 'fe')),
  slot text not null check (slot in ('current', 'next')),
  sealed bytea,
  added_at timestamptz not null,
  lapses_on date,
  proven_at timestamptz,
  primary key (region, slot)
);

-- What is wrong with the deployment and with no single merchant: one row however many merchants meet it.
create table deployment.problems (
  code text not null,
  subject text not null default '',
  facts jsonb not null,
  since timestamptz not null,
  last_seen timestamptz not null,
  cleared_at timestamptz,
  primary key (code, subject)
);

-- What operators were told by mail. Not before `next_at` again, unless it was sent.
create table deployment.told_operators (
  address text not null,
  thing text not null,
  told_at timestamptz not null,
  next_at timestamptz not null,
  sent_at timestamptz,
  primary key (address, thing)
);

-- C8: plans in their order, the lowest first. With no row there are none, and nothing is asked.
create table deployment.plans (
  position integer primary key,
  name text not null unique,
  includes_channel boolean not null
);
alter table deployment.merchants add column plan text references deployment.plans (name) on update cascade on delete set null;

-- Each connection is looked at daily.
insert into deployment.due (merchant_id, kind, subject, at)
  select merchant_id, 'authorization', connection_id, to_timestamp(0) from millrace.connections
  on conflict do nothing;
