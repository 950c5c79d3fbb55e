-- What is particular about a line, beyond its item, quantity and amounts: points, a scheduled delivery, customization (O15).

alter table millrace.order_lines add column particulars jsonb;
