-- X1: lists that stay quick among a million orders and 200,000 SKUs. Row-level security lets no coalesce look into an index, only a case.
drop index millrace.orders_to_ship;
create index orders_to_ship on millrace.orders (merchant_id, (case when ship_by is null then 'infinity'::timestamptz else ship_by end), order_id) where stage = 'Shipping Department';

-- The retry queue in its order (E6), and what of it waits for a person.
create index outbox_ranked on millrace.outbox (merchant_id,
  (case when state in ('refused', 'unsure') then 1 when state = 'waiting' and attempts > 0 then 2 when state in ('waiting', 'taken') then 3 when state = 'sent' then 4 else 5 end),
  outbox_id) where state not in ('settled', 'removed');
create index outbox_kind_ranked on millrace.outbox (merchant_id, kind,
  (case when state in ('refused', 'unsure') then 1 when state = 'waiting' and attempts > 0 then 2 when state in ('waiting', 'taken') then 3 when state = 'sent' then 4 else 5 end),
  outbox_id) where state not in ('settled', 'removed');
create index outbox_for_people on millrace.outbox (merchant_id, outbox_id) where state in ('refused', 'unsure');

-- All that counts and searches of listings need (T4), so that no wide row is read for one that does not fit.
create index listings_narrow on millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id) include (item_id, gone_at);
