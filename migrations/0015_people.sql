-- U1: people. Known once in the deployment, by their e-mail address; what each may do is said for each merchant.
create schema auth;
grant usage on schema auth to millrace_app, millrace_vault;
alter default privileges in schema auth grant select, insert, update, delete on tables to millrace_app, millrace_vault;

create table auth.users (
  user_id text primary key check (user_id ~ '^U[0-9a-f]{16}$'),
  -- In small letters.
  email text not null unique check (email = lower(email)),
  name text not null,
  -- M2: creates, suspends and deletes merchants, and sees no merchant's orders.
  operator boolean not null default false,
  created_at timestamptz not null,
  -- D8: who let this person in.
  created_by text not null,
  disabled_at timestamptz
);

-- U1: a group of a merchant is a name for a set of permissions.
create table deployment.groups (
  merchant_id text not null references deployment.merchants on delete cascade,
  group_id text not null,
  name text not null,
  permissions text[] not null,
  primary key (merchant_id, group_id),
  unique (merchant_id, name)
);

-- M3, U1: who works for which merchant, and what each may do there. The owner may do everything but see buyer data without being given it.
create table deployment.memberships (
  merchant_id text not null references deployment.merchants on delete cascade,
  user_id text not null references auth.users,
  owner boolean not null default false,
  permissions text[] not null default '{}',
  groups text[] not null default '{}',
  -- N1: what this person is told of by mail.
  topics text[] not null default '{}',
  -- D14, D15: Amazon's buyer data opens only to who was trained within the last 365 days, and until then, if that is said.
  trained_on date,
  pii_until timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  primary key (merchant_id, user_id)
);
create unique index one_owner on deployment.memberships (merchant_id) where owner;
create index memberships_of_user on deployment.memberships (user_id);

-- U1: nobody comes in but by an invitation: one link, once, for a few days. Without a merchant: an operator's.
create table deployment.invitations (
  invitation_id text primary key,
  -- SHA-256 of the secret in the link (of its letters as they stand there); the secret itself is never kept.
  token_hash bytea not null unique,
  merchant_id text references deployment.merchants on delete cascade,
  email text not null check (email = lower(email)),
  owner boolean not null default false,
  permissions text[] not null default '{}',
  groups text[] not null default '{}',
  topics text[] not null default '{}',
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitations_of_merchant on deployment.invitations (merchant_id, created_at);

-- D12: who was removed from which merchant: when that person left, and when the access ended.
create table deployment.removals (
  merchant_id text not null references deployment.merchants on delete cascade,
  removal_id bigint generated always as identity,
  user_id text not null,
  email text not null,
  left_at timestamptz not null,
  removed_at timestamptz not null,
  removed_by text not null,
  primary key (merchant_id, removal_id)
);

-- D11: every 90 days somebody goes through who may what, and signs. What the list said is kept with what was decided.
create table deployment.access_reviews (
  merchant_id text not null references deployment.merchants on delete cascade,
  review_id bigint generated always as identity,
  signed_at timestamptz not null,
  signed_by text not null,
  lines jsonb not null,
  primary key (merchant_id, review_id)
);

-- D9: each key has an owner (a user of the merchant; without one the operator) who answers for it, a purpose, and the networks it may be used from.
alter table deployment.api_keys
  add column owner_id text references auth.users,
  add column purpose text not null default '',
  add column networks text[] not null default '{}',
  add column created_by text not null default '';
create index api_keys_of_owner on deployment.api_keys (owner_id) where owner_id is not null;
