-- How many of ours a line's units at Amazon are, as the SKU mapping said when it was placed: what changes at Amazon is counted
-- by it, so that no rounding adds up (O11, O13). A line from before knows its own: what was ordered, and what that came to.
alter table millrace.order_lines
  add column ratio_amazon integer not null default 1 check (ratio_amazon > 0),
  add column ratio_ours integer not null default 1 check (ratio_ours > 0);
update millrace.order_lines set ratio_amazon = quantity_amazon, ratio_ours = quantity
  where quantity_amazon <> quantity and quantity_amazon > 0 and quantity > 0;
