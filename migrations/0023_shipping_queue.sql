-- The clerk's queue: what waits to be shipped, the earliest deadline first; orders without a deadline come last.
create index orders_to_ship on millrace.orders (merchant_id, (coalesce(ship_by, 'infinity'::timestamptz)), order_id) where stage = 'Shipping Department';
