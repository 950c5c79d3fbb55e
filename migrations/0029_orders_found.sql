-- X1: orders are found and sorted by whatever people know of them, also among a million. Each index ends with what the list is sorted by.
drop index millrace.orders_stage;
create index orders_status on millrace.orders (merchant_id, amazon_status, placed_at, order_id);
create index orders_marketplace on millrace.orders (merchant_id, marketplace_id, placed_at, order_id);
create index orders_connection on millrace.orders (merchant_id, connection_id, placed_at, order_id);
create index orders_deadline on millrace.orders (merchant_id, (coalesce(ship_by, 'infinity'::timestamptz)), order_id);

-- When its order was placed, with each line: who looks for a SKU wants the newest orders first, and a SKU may be in half of them.
alter table millrace.order_lines add column placed_at timestamptz;
update millrace.order_lines l set placed_at = o.placed_at from millrace.orders o where o.merchant_id = l.merchant_id and o.order_id = l.order_id;
alter table millrace.order_lines alter placed_at set not null;
create index order_lines_sku on millrace.order_lines (merchant_id, seller_sku, placed_at, order_id);
create index order_lines_item on millrace.order_lines (merchant_id, item_id, placed_at, order_id) where item_id is not null;
