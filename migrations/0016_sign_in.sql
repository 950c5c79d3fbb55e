-- U6: how people sign in. No password, code, token or link stands here as it was given: hashes, and seeds sealed with the deployment's key.

-- D16: the password of a person, and the ones before it.
create table auth.passwords (
  user_id text primary key references auth.users on delete cascade,
  -- Argon2id, with its cost.
  hash text not null,
  set_at timestamptz not null
);
create table auth.former_passwords (
  user_id text not null references auth.users on delete cascade,
  former_id bigint generated always as identity,
  hash text not null,
  primary key (user_id, former_id)
);

-- D10: wrong tries in a row, counted for whatever address was typed, known or not, by its hash.
create table auth.tries (
  email_hash bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
-- Wrong tries from one network within a quarter of an hour.
create table auth.network_tries (
  network text primary key,
  failures integer not null,
  from_at timestamptz not null
);

-- D17: codes by the clock. A new seed is pending until a first code of it was shown.
create table auth.totps (
  user_id text primary key references auth.users on delete cascade,
  seed bytea,
  set_at timestamptz,
  -- The step of the last code that was taken: no code counts twice.
  last_step bigint not null default 0,
  pending bytea,
  pending_at timestamptz
);
create table auth.recovery_codes (
  user_id text not null references auth.users on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
create table auth.passkeys (
  passkey_id text primary key,
  user_id text not null references auth.users on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_of_user on auth.passkeys (user_id);
-- What a passkey is asked to sign: once, within five minutes.
create table auth.challenges (
  challenge text primary key,
  purpose text not null,
  user_id text references auth.users on delete cascade,
  expires_at timestamptz not null
);

-- A session is one browser in which a person is signed in. Its token is kept as SHA-256 and changes with each second factor.
create table auth.sessions (
  session_id text primary key,
  token_hash bytea not null unique,
  user_id text not null references auth.users on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  -- Null: the second factor was not shown yet, so the session may do nothing but show it or set one up.
  second_factor_at timestamptz,
  -- The merchant that was chosen last.
  merchant_id text references deployment.merchants on delete set null,
  address text not null,
  agent text not null
);
create index sessions_of_user on auth.sessions (user_id);

-- A link with which a person sets a new password: once, within the hour.
create table auth.resets (
  token_hash bytea primary key,
  user_id text not null references auth.users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index resets_of_user on auth.resets (user_id);

-- The history of sign-ins. An address that nobody has is kept as its hash.
create table auth.sign_ins (
  sign_in_id bigint generated always as identity primary key,
  user_id text references auth.users on delete cascade,
  email_hash bytea,
  at timestamptz not null,
  how text not null,
  outcome text not null,
  address text not null,
  agent text not null
);
create index sign_ins_of_user on auth.sign_ins (user_id, at desc);
create index sign_ins_at on auth.sign_ins (at);

-- Mails to a person about their own account, sealed: they may hold a link. A row goes when the mail is sent or of no use any more.
create table auth.mails (
  mail_id bigint generated always as identity primary key,
  sealed bytea not null,
  written_at timestamptz not null,
  next_at timestamptz not null,
  useless_at timestamptz not null,
  attempts integer not null default 0
);
