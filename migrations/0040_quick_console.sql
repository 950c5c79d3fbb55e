-- X1: requests of the console that stay quick among a million orders and 200,000 SKUs; each index is named for the rule that needs it.

-- Items by price, from a page in the middle on. Below row-level security a case may look into an index, and no coalesce.
drop index millrace.items_by_price;
create index items_by_price on millrace.items (merchant_id, (case when price is null then -1 else price end), item_id);

-- Items are found by their id written without its dashes, dots and spaces too: an unknown SKU is likely one of them (E4).
create or replace function millrace.write_item_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from millrace.item_words w using written n join replaced o on o.merchant_id = n.merchant_id and o.item_id = n.item_id
    where w.merchant_id = n.merchant_id and w.item_id = n.item_id and (o.description, o.barcode) is distinct from (n.description, n.barcode);
  end if;
  insert into millrace.item_words (merchant_id, item_id, word)
  select n.merchant_id, n.item_id, case when word ~ '[^\u0001-\u2e7f]' then substr(word, i) else word end
  from written n,
    -- As millrace.words_of makes them.
    unnest(regexp_split_to_array(
      translate(lower(regexp_replace(normalize(n.item_id || ' ' || translate(n.item_id, '-_./ ', '') || ' ' || n.description || ' ' || coalesce(n.barcode, ''), NFKD), '[\u0300-\u036f]', '', 'g')),
        'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩØŁÆŒ', 'абвгдежзийклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωøłæœ'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003]+')) as word,
    generate_series(1, case when word ~ '[^\u0001-\u2e7f]' then least(length(word), 60) else 1 end) as i
  where word <> '' and not exists (select from millrace.item_words k where k.merchant_id = n.merchant_id and k.item_id = n.item_id)
  on conflict do nothing;
  return null;
end $$;
insert into millrace.item_words (merchant_id, item_id, word)
select i.merchant_id, i.item_id, w from millrace.items i, millrace.words_of(translate(i.item_id, '-_./ ', '')) as w on conflict do nothing;

-- Listings that wait for an item: few among many (T4). Items that Amazon ships, counted by the index alone.
create index listings_unlinked on millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id) include (gone_at) where item_id is null;
drop index millrace.listings_of_others;
create index listings_of_others on millrace.listings (merchant_id, item_id) where item_id is not null and channel <> 'DEFAULT' and gone_at is null;

-- Stock and prices that are on their way, in the order of their SKUs (I10): nearly all are confirmed.
create index sku_fields_under_way on millrace.sku_fields (merchant_id, connection_id, seller_sku, field, marketplace_id) where state in ('due', 'flying', 'accepted');

-- What went up and is over (E6), mails to buyers by how they stand (O8).
create index outbox_over on millrace.outbox (merchant_id, state, outbox_id) where state in ('settled', 'removed');
create index buyer_mails_state on millrace.buyer_mails (merchant_id, state, mail_id);
