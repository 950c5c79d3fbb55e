-- X5: which processes of this program run, and with which version; each says every few seconds that it is there. No merchant's.
create table deployment.processes (
  process_id text primary key,
  role text not null check (role in ('web', 'worker', 'both')),
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- X5: counts of the whole deployment that only grow, for the metrics: some hundred rows, by operation and answer, never by merchant.
create table deployment.tallies (
  name text not null,
  labels text[] not null,
  amount double precision not null,
  primary key (name, labels)
);
