-- U4: by when what is kept of a buyer must be gone, of each order and each document that holds its buyer, as the clock had it when it was last looked at. What
-- an order has come to stands in several tables: whoever changes one of them forgets the row, and the next look makes it anew. Nothing of a buyer is in it.
create table millrace.held_until (
  merchant_id text not null references deployment.merchants on delete cascade,
  kind text not null check (kind in ('buyers', 'documents')),
  -- The number of the order, or of the document.
  id bigint not null,
  -- Its order, where one was placed.
  order_id bigint,
  came_at timestamptz not null,
  -- What the clock was read under: when it was stored, for how many days all is kept, and for how many what came from that channel.
  stored_at timestamptz not null,
  days integer not null,
  own_days integer,
  -- Null: never by this clock.
  gone_by timestamptz,
  primary key (merchant_id, kind, id)
);
create index held_until_order on millrace.held_until (merchant_id, order_id);
alter table millrace.held_until enable row level security;
create policy merchant on millrace.held_until using (merchant_id = nullif(current_setting('millrace.merchant', true), '')) with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));

-- Triggers and not a call of each writer: no writer can forget it.
create function millrace.forget_held_until() returns trigger language plpgsql as $$
begin
  delete from millrace.held_until
  where merchant_id = any (array(select distinct merchant_id from changed)) and order_id = any (array(select order_id from changed));
  return null;
end $$;
create trigger forget_held_until after update on millrace.orders referencing new table as changed for each statement execute function millrace.forget_held_until();
create trigger forget_held_until_of_gone after delete on millrace.orders referencing old table as changed for each statement execute function millrace.forget_held_until();
create trigger forget_held_until_of_new after insert on millrace.packages referencing new table as changed for each statement execute function millrace.forget_held_until();
create trigger forget_held_until after update on millrace.packages referencing new table as changed for each statement execute function millrace.forget_held_until();
create trigger forget_held_until_of_gone after delete on millrace.packages referencing old table as changed for each statement execute function millrace.forget_held_until();
create trigger forget_held_until after insert on millrace.order_events referencing new table as changed for each statement execute function millrace.forget_held_until();
create trigger forget_held_until after delete on vault.buyers referencing old table as changed for each statement execute function millrace.forget_held_until();

-- An order that is placed is written together with its document.
create function millrace.forget_held_document() returns trigger language plpgsql as $$
begin
  delete from millrace.held_until
  where merchant_id = any (array(select distinct merchant_id from changed)) and kind = 'documents' and id = any (array(select document_id from changed));
  return null;
end $$;
create trigger forget_held_until after update on millrace.documents referencing new table as changed for each statement execute function millrace.forget_held_document();
create trigger forget_held_until after delete on vault.documents referencing old table as changed for each statement execute function millrace.forget_held_document();
