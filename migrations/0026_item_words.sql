-- Items are found by the beginnings of words: of the id, the description and the barcode. A table of words and no index of trigrams:
-- below row-level security only plain comparisons may use an index.
create function millrace.words_of(text) returns setof text language sql immutable as $$
  -- Accents go, and letters are made small where the server's collation knows no others than plain ones.
  select distinct case when word ~ '[^\u0001-\u2e7f]' then substr(word, n) else word end
  from regexp_split_to_table(
      translate(lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g')),
        'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩØŁÆŒ', 'абвгдежзийклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωøłæœ'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003]+') as word,
    -- Scripts without spaces between words are found from each of their letters on.
    generate_series(1, case when word ~ '[^\u0001-\u2e7f]' then least(length(word), 60) else 1 end) as n
  where word <> ''
$$;

create table millrace.item_words (
  merchant_id text not null,
  item_id text not null,
  word text collate "C" not null,
  primary key (merchant_id, item_id, word),
  foreign key (merchant_id, item_id) references millrace.items on delete cascade
);
create index item_words_word on millrace.item_words (merchant_id, word, item_id);
alter table millrace.item_words enable row level security;
create policy merchant on millrace.item_words using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));

insert into millrace.item_words (merchant_id, item_id, word)
select i.merchant_id, i.item_id, w from millrace.items i, millrace.words_of(i.item_id || ' ' || i.description || ' ' || coalesce(i.barcode, '')) as w;

-- By triggers and not by each writer: no writer can forget it.
create function millrace.write_item_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from millrace.item_words w using written n join replaced o on o.merchant_id = n.merchant_id and o.item_id = n.item_id
    where w.merchant_id = n.merchant_id and w.item_id = n.item_id and (o.description, o.barcode) is distinct from (n.description, n.barcode);
  end if;
  insert into millrace.item_words (merchant_id, item_id, word)
  select n.merchant_id, n.item_id, w from written n, millrace.words_of(n.item_id || ' ' || n.description || ' ' || coalesce(n.barcode, '')) as w
  where not exists (select from millrace.item_words k where k.merchant_id = n.merchant_id and k.item_id = n.item_id)
  on conflict do nothing;
  return null;
end $$;
create trigger item_words_new after insert on millrace.items referencing new table as written for each statement execute function millrace.write_item_words();
create trigger item_words_changed after update on millrace.items referencing old table as replaced new table as written for each statement execute function millrace.write_item_words();

-- The list of items in other orders than that of their ids, and those that Amazon ships.
create index items_by_description on millrace.items (merchant_id, description, item_id);
create index items_by_price on millrace.items (merchant_id, (coalesce(price, -1)), item_id);
create index listings_live_item on millrace.listings (merchant_id, item_id) where item_id is not null and gone_at is null;
create index listings_of_others on millrace.listings (merchant_id, item_id) where item_id is not null and channel <> 'DEFAULT';
-- A SKU is found by its beginning, whatever the collation of the server.
create index sku_mappings_sku on millrace.sku_mappings (merchant_id, seller_sku collate "C");
create index listings_sku on millrace.listings (merchant_id, seller_sku collate "C");

-- The history of one SKU among the differences of audits.
create index drift_sku on millrace.drift (merchant_id, seller_sku);
