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

-- Today: what came in and what Amazon was shown to have since the merchant's midnight, and what is left of each quota.
create index documents_by_arrival on millrace.documents (merchant_id, received_at, state);
create index sku_fields_confirmed on millrace.sku_fields (merchant_id, confirmed_at, field) where state = 'confirmed';
create index buckets_of_partner on deployment.buckets (split_part(key, '/', 2));
