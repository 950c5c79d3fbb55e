-- X1: of all orders placed on one day (UTC) the least and the greatest of what a list is sorted by. A range of one date sorted by another, or by number,
-- is read day by day, the most promising first: no index has two dates in their order. A day only ever widens; one without orders harms nothing.
create table millrace.order_days (
  merchant_id text not null references deployment.merchants on delete cascade,
  -- Days since 1970.
  day integer not null,
  number_from bigint not null,
  number_to bigint not null,
  -- Infinity where an order has no deadline.
  deadline_from timestamptz not null,
  deadline_to timestamptz not null,
  primary key (merchant_id, day)
);
alter table millrace.order_days enable row level security;
create policy merchant on millrace.order_days using (merchant_id = nullif(current_setting('millrace.merchant', true), '')) with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));

-- A trigger and not a call of each writer: no writer can forget it.
create function millrace.note_order_days() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform from written n join replaced r on r.merchant_id = n.merchant_id and r.order_id = n.order_id
    where n.placed_at <> r.placed_at or n.ship_by is distinct from r.ship_by limit 1;
    if not found then return null; end if;
  end if;
  insert into millrace.order_days as d (merchant_id, day, number_from, number_to, deadline_from, deadline_to)
  select n.merchant_id, floor(extract(epoch from n.placed_at) / 86400)::integer as day, min(n.order_id), max(n.order_id),
    min(coalesce(n.ship_by, 'infinity')), max(coalesce(n.ship_by, 'infinity'))
  from written n group by 1, 2 order by 1, 2
  on conflict (merchant_id, day) do update set
    number_from = least(d.number_from, excluded.number_from), number_to = greatest(d.number_to, excluded.number_to),
    deadline_from = least(d.deadline_from, excluded.deadline_from), deadline_to = greatest(d.deadline_to, excluded.deadline_to)
  where excluded.number_from < d.number_from or excluded.number_to > d.number_to
    or excluded.deadline_from < d.deadline_from or excluded.deadline_to > d.deadline_to;
  return null;
end $$;
create trigger note_days_of_new after insert on millrace.orders referencing new table as written
  for each statement execute function millrace.note_order_days();
create trigger note_days after update on millrace.orders referencing old table as replaced new table as written
  for each statement execute function millrace.note_order_days();

insert into millrace.order_days (merchant_id, day, number_from, number_to, deadline_from, deadline_to)
select merchant_id, floor(extract(epoch from placed_at) / 86400)::integer, min(order_id), max(order_id),
  min(coalesce(ship_by, 'infinity')), max(coalesce(ship_by, 'infinity'))
from millrace.orders group by 1, 2;
