-- T3: a template of 100,000 rows and 60 columns is read, looked through and applied in under a minute.

-- What undoing rows needs lies apart: writing it leaves the row with its cells where it is. What an older version wrote, also one that
-- still runs beside this one, stands in the rows themselves.
create table millrace.import_undo (
  merchant_id text not null,
  import_id bigint not null,
  row integer not null,
  -- What was before, and what was written.
  before json,
  after json not null,
  primary key (merchant_id, import_id, row),
  foreign key (merchant_id, import_id) references millrace.imports on delete cascade
);
alter table millrace.import_undo enable row level security;
create policy merchant on millrace.import_undo using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));

-- By their target only orders are looked for, whose rows have no cells.
drop index millrace.import_rows_target;
create index import_rows_target on millrace.import_rows (merchant_id, import_id, target) where cells is null;

-- Words of plain letters are made without what only others need, and equal ones of an item are sorted out before they reach the key, which need not look for others then.
create or replace function millrace.write_item_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from millrace.item_words w using written n join replaced o on o.merchant_id = n.merchant_id and o.item_id = n.item_id
    where w.merchant_id = n.merchant_id and w.item_id = n.item_id and (o.description, o.barcode) is distinct from (n.description, n.barcode);
  end if;
  insert into millrace.item_words (merchant_id, item_id, word)
  with named as materialized (
    select n.merchant_id, n.item_id, n.item_id || ' ' || translate(n.item_id, '-_./ ', '') || ' ' || n.description || ' ' || coalesce(n.barcode, '') as name
    from written n
    where not exists (select from millrace.item_words k where k.merchant_id = n.merchant_id and k.item_id = n.item_id))
  select distinct merchant_id, item_id, word from (
    select merchant_id, item_id, regexp_split_to_table(lower(name), '[^a-z0-9]+') as word from named where octet_length(name) = length(name)
    union all
    select n.merchant_id, n.item_id, w from named n, millrace.words_of(n.name) as w where octet_length(n.name) <> length(n.name)) made
  where word <> '';
  return null;
end $$;
