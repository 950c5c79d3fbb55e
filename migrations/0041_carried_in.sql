-- The rows of a feed or file that is over: which one a SKU's stock or price went up by last. `submission_id` is of one under way only.

alter table millrace.sku_fields add column carried_in bigint;
create index sku_fields_carried on millrace.sku_fields (merchant_id, carried_in, connection_id, seller_sku, field, marketplace_id) where carried_in is not null;
