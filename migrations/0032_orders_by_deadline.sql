-- X1: row-level security lets no coalesce look into an index, only a case: a page or a range of deadlines began at the first of all orders.
drop index millrace.orders_deadline;
create index orders_deadline on millrace.orders (merchant_id, (case when ship_by is null then 'infinity'::timestamptz else ship_by end), order_id);
