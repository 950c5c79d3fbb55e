-- Who changed which option, from what to what, by which door. Settings hold no buyer data; secrets are never written here.
create table millrace.settings_changes (
  merchant_id text not null references deployment.merchants on delete cascade,
  change_id bigint generated always as identity,
  section text not null,
  at timestamptz not null,
  who text not null,
  way text not null check (way in ('console', 'key', 'command-line', 'program')),
  -- What differs, entry by entry and field by field.
  changes jsonb not null,
  primary key (merchant_id, change_id)
);
create index settings_changes_of_section on millrace.settings_changes (merchant_id, section, change_id desc);

alter table millrace.settings_changes enable row level security;
create policy merchant on millrace.settings_changes
  using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));

-- What was done stays as it was written.
revoke update, delete, truncate on millrace.settings_changes from millrace_app, millrace_vault;

-- Every change of a section is news for the pages that show it, whichever table it lies in.
create trigger tell_pages after insert on millrace.settings_changes for each statement execute function millrace.tell_pages('settings');

-- Today: what arrived, what was decided and what Amazon was told since the merchant's midnight.
create index orders_by_arrival on millrace.orders (merchant_id, created_at);
create index documents_by_decision on millrace.documents (merchant_id, state, decided_at);
create index sku_fields_by_end on millrace.sku_fields (merchant_id, confirmed_at) where confirmed_at is not null;
create index sku_fields_by_sending on millrace.sku_fields (merchant_id, sent_at) where sent_at is not null;
