-- Mails to people of a merchant: who is told of what, the mails themselves, and what each person was told already. No buyer data.

-- N1: who is told of what. With nobody here the merchant's owner is told of everything (N2).
create table millrace.notified_people (
  merchant_id text not null references deployment.merchants on delete cascade,
  address text not null,
  -- Some of: file-errors, deadlines, authorization, health.
  topics text[] not null,
  primary key (merchant_id, address)
);

-- Every mail, written down in the transaction that finds what is new, before anybody sends it. Without a mail server it stays here.
create table millrace.mails (
  merchant_id text not null references deployment.merchants on delete cascade,
  mail_id bigint generated always as identity,
  address text not null,
  topic text not null,
  subject text not null,
  text text not null,
  html text not null,
  written_at timestamptz not null,
  -- waiting: to be sent. sent: the mail server took it. kept: there is no mail server, it is read here. refused: a test that was not
  -- taken. removed: taken off by a person, or its address is told no more.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'refused', 'removed')),
  next_at timestamptz not null,
  attempts integer not null default 0,
  problem jsonb,
  ended_at timestamptz,
  primary key (merchant_id, mail_id)
);
create index mails_waiting on millrace.mails (merchant_id, next_at) where state = 'waiting';
create index mails_of_person on millrace.mails (merchant_id, address, topic, written_at);

-- N3: what a person was told, so that each mail has what is new since the last one. Forgotten once it is over, a day later at the earliest.
create table millrace.told (
  merchant_id text not null references deployment.merchants on delete cascade,
  address text not null,
  topic text not null,
  thing text not null,
  told_at timestamptz not null,
  primary key (merchant_id, address, topic, thing)
);

do $$
declare t text;
begin
  foreach t in array array['notified_people', 'mails', 'told'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
