-- The pages about stock and about what goes up: lists that stay quick with 200,000 items in five centers.

-- Where packages of a center start.
alter table millrace.distribution_centers add column ship_from jsonb;

-- What lies of an item in all centers together: kept by the database itself, so that no writer can forget it.
create table millrace.stock_totals (
  merchant_id text not null,
  item_id text not null,
  on_hand bigint not null default 0,
  allocated bigint not null default 0,
  -- A column of its own: below row-level security only plain comparisons may use an index.
  free bigint not null generated always as (on_hand - allocated) stored,
  primary key (merchant_id, item_id),
  foreign key (merchant_id, item_id) references millrace.items on delete cascade
);
create index stock_totals_free on millrace.stock_totals (merchant_id, free, item_id);

insert into millrace.stock_totals (merchant_id, item_id, on_hand, allocated)
select merchant_id, item_id, sum(on_hand), sum(allocated) from millrace.stock group by merchant_id, item_id;

create function millrace.sum_stock() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into millrace.stock_totals as t (merchant_id, item_id, on_hand, allocated)
    select merchant_id, item_id, sum(on_hand), sum(allocated) from lies group by merchant_id, item_id order by merchant_id, item_id
    on conflict (merchant_id, item_id) do update set on_hand = t.on_hand + excluded.on_hand, allocated = t.allocated + excluded.allocated;
  elsif tg_op = 'UPDATE' then
    update millrace.stock_totals t set on_hand = t.on_hand + d.on_hand, allocated = t.allocated + d.allocated
    from (select merchant_id, item_id, sum(on_hand) as on_hand, sum(allocated) as allocated
      from (select merchant_id, item_id, on_hand, allocated from lies
        union all select merchant_id, item_id, -on_hand, -allocated from lay) as every
      group by merchant_id, item_id) d
    where t.merchant_id = d.merchant_id and t.item_id = d.item_id and (d.on_hand <> 0 or d.allocated <> 0);
  else
    -- Where the item itself goes, its total goes with it.
    update millrace.stock_totals t set on_hand = t.on_hand - d.on_hand, allocated = t.allocated - d.allocated
    from (select merchant_id, item_id, sum(on_hand) as on_hand, sum(allocated) as allocated from lay group by merchant_id, item_id) d
    where t.merchant_id = d.merchant_id and t.item_id = d.item_id;
  end if;
  return null;
end $$;

create trigger sum_inserted after insert on millrace.stock referencing new table as lies for each statement execute function millrace.sum_stock();
create trigger sum_updated after update on millrace.stock referencing old table as lay new table as lies for each statement execute function millrace.sum_stock();
create trigger sum_deleted after delete on millrace.stock referencing old table as lay for each statement execute function millrace.sum_stock();

create index stock_awaited on millrace.stock (merchant_id, item_id) where restock_on is not null;

-- The history of all stock, by kind, by person, by day.
create index stock_moves_at on millrace.stock_moves (merchant_id, at, move_id);
create index stock_moves_kind on millrace.stock_moves (merchant_id, kind, at, move_id);
create index stock_moves_who on millrace.stock_moves (merchant_id, who, at, move_id);

-- What went up, the newest first; prices that stay where a person put them back.
create index sku_fields_sent on millrace.sku_fields (merchant_id, sent_at, seller_sku) where sent_at is not null;
create index sku_fields_pinned on millrace.sku_fields (merchant_id, connection_id, seller_sku) where pinned is not null;

alter table millrace.stock_totals enable row level security;
create policy merchant on millrace.stock_totals using (merchant_id = nullif(current_setting('millrace.merchant', true), '')) with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
