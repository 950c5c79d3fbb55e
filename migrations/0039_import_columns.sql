-- T5: what a person said that the columns of their own spreadsheets are, by the headings of such a file.
create table millrace.import_columns (
  merchant_id text not null references deployment.merchants on delete cascade,
  -- A short name made of all its headings, in whatever order.
  headings text not null,
  kind text not null check (kind in ('items', 'stock', 'mappings')),
  -- For each heading the field that it is, or null.
  fields jsonb not null,
  named_by text not null,
  named_at timestamptz not null,
  primary key (merchant_id, headings)
);
alter table millrace.import_columns enable row level security;
create policy merchant on millrace.import_columns using (merchant_id = nullif(current_setting('millrace.merchant', true), '')) with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
