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
  created_at timestamptz not null,
  created_by text not null,
  primary key (merchant_id, user_id)
);
create unique index one_owner on deployment.memberships (merchant_id) where owner;
create index memberships_of_user on deployment.memberships (user_id);

-- U1: nobody comes in but by an invitation: one link, once, for a few days. Without a merchant: an operator's.
create table deployment.invitations (
  invitation_id text primary key,
  -- SHA-256 of the secret in the link; the secret itself is never kept.
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
