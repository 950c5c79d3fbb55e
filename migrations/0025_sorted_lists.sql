-- X1: lists that are sorted by another key than their number, without a look at every row.
create index orders_placed on millrace.orders (merchant_id, placed_at, order_id);
create index orders_stage_placed on millrace.orders (merchant_id, stage, placed_at, order_id);
