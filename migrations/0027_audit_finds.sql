-- U6: the audit is found by who, what and when. Computed from the bound text, so nobody can change them apart from it.
alter table millrace.audit
  add column who text generated always as ((content::jsonb) ->> 'who') stored,
  add column act text generated always as ((content::jsonb) ->> 'act') stored;
alter table deployment.audit
  add column who text generated always as ((content::jsonb) ->> 'who') stored,
  add column act text generated always as ((content::jsonb) ->> 'act') stored,
  add column merchant_id text generated always as ((content::jsonb) ->> 'merchant') stored;

-- A row without a name is an access of a machine; a merchant has millions of those, and nobody looks for them by name.
create index audit_acts on millrace.audit (merchant_id, at, seq) where who is not null;
create index audit_acts_by_row on millrace.audit (merchant_id, seq) where who is not null;
create index audit_by_act on millrace.audit (merchant_id, act, at, seq) where who is not null;
create index audit_by_who on millrace.audit (merchant_id, who, at, seq) where who is not null;
create index audit_by_who_and_act on millrace.audit (merchant_id, who, act, at, seq) where who is not null;
create index audit_of_merchant on deployment.audit (merchant_id, at, seq) where merchant_id is not null;
create index audit_of_merchant_by_act on deployment.audit (merchant_id, act, at, seq) where merchant_id is not null;
create index audit_of_merchant_by_who on deployment.audit (merchant_id, who, at, seq) where merchant_id is not null;
create index audit_by_act on deployment.audit (chain, act, at, seq);
create index audit_by_who on deployment.audit (chain, who, at, seq);

-- The rows about an order. Written by the row itself, gone with it.
create table millrace.audit_orders (
  merchant_id text not null,
  order_id bigint not null,
  seq bigint not null,
  primary key (merchant_id, order_id, seq),
  foreign key (merchant_id, seq) references millrace.audit on delete cascade
);
create index audit_orders_of_row on millrace.audit_orders (merchant_id, seq);
alter table millrace.audit_orders enable row level security;
create policy merchant on millrace.audit_orders using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
revoke update, delete, truncate on millrace.audit_orders from millrace_app, millrace_vault;

create function millrace.note_audit_orders() returns trigger language plpgsql as $$
begin
  insert into millrace.audit_orders (merchant_id, order_id, seq)
    select new.merchant_id, o::bigint, new.seq from jsonb_array_elements_text(new.content::jsonb -> 'orders') as o on conflict do nothing;
  return null;
end $$;
create trigger note_audit_orders after insert on millrace.audit for each row
  when (new.content like '%"orders":[%') execute function millrace.note_audit_orders();
insert into millrace.audit_orders (merchant_id, order_id, seq)
  select a.merchant_id, o::bigint, a.seq from millrace.audit a, jsonb_array_elements_text(a.content::jsonb -> 'orders') as o
  where a.content like '%"orders":[%' on conflict do nothing;
