-- T3, T5, H1, H3: files that people bring. One row a file, one row for each of its rows.
create table millrace.imports (
  merchant_id text not null references deployment.merchants on delete cascade,
  import_id bigint generated always as identity,
  -- Null while nobody has said yet what the file holds.
  kind text check (kind in ('template', 'items', 'stock', 'mappings', 'order-report', 'channel-orders')),
  state text not null check (state in ('reading', 'columns', 'previewed', 'applying', 'applied', 'undoing', 'undone', 'failed', 'dropped')),
  file_name text not null,
  sheet text not null default '',
  options jsonb not null default '{}',
  -- What the file says of itself: which template, its columns.
  recognized jsonb,
  -- What deciding its rows needs beyond that: the words and defaults of a template. Text, never looked into by the database.
  head json,
  counts jsonb not null default '{}',
  -- True when its rows are copied and the file is gone.
  copied boolean not null default false,
  rows_read integer not null default 0,
  rows_done integer not null default 0,
  -- The last row that the state it is in has done: where it goes on after a stop.
  at_row integer not null default 0,
  problem jsonb,
  made_by text not null,
  made_at timestamptz not null,
  applied_by text,
  applied_at timestamptz,
  undone_by text,
  undone_at timestamptz,
  ended_at timestamptz,
  primary key (merchant_id, import_id)
);
create index imports_at_work on millrace.imports (merchant_id, import_id) where state in ('reading', 'applying', 'undoing');

-- The file itself until its rows are copied; files with buyers in them never lie here (U3).
create table millrace.import_files (
  merchant_id text not null,
  import_id bigint not null,
  part integer not null,
  bytes bytea not null,
  primary key (merchant_id, import_id, part),
  foreign key (merchant_id, import_id) references millrace.imports on delete cascade
);

create table millrace.import_rows (
  merchant_id text not null,
  import_id bigint not null,
  -- Its number in the sheet.
  row integer not null,
  -- Its cells; null for files with buyers in them. `faults`: cells without a usable value.
  cells json,
  faults jsonb,
  -- The item, SKU or order that it is about; never a name of a person.
  target text,
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'refused', 'placed', 'held', 'skipped')),
  -- What a person must confirm before it is applied.
  asks text check (asks in ('unlink')),
  problem jsonb,
  -- What differs, as it is shown; what was before and what was written, to undo it.
  changes json,
  before json,
  after json,
  -- How undoing it ended: taken back, or kept because it was changed since.
  undone text check (undone in ('undone', 'kept')),
  primary key (merchant_id, import_id, row),
  foreign key (merchant_id, import_id) references millrace.imports on delete cascade
);
create index import_rows_outcome on millrace.import_rows (merchant_id, import_id, outcome, row);
create index import_rows_target on millrace.import_rows (merchant_id, import_id, target);

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_files', 'import_rows'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
create trigger tell_pages after insert or update or delete on millrace.imports for each statement execute function millrace.tell_pages('imports');

-- T3, I9: a template said that Amazon keeps the stock of this SKU: no quantity of it is ever sent.
alter table millrace.sku_mappings add column stock_by_amazon boolean not null default false;

-- A hundred thousand items at once: their words are made without sorting out equal ones, which the key does, and go with their item by a
-- trigger: a foreign key would look each of a million words up.
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
      translate(lower(regexp_replace(normalize(n.item_id || ' ' || n.description || ' ' || coalesce(n.barcode, ''), NFKD), '[\u0300-\u036f]', '', 'g')),
        'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩØŁÆŒ', 'абвгдежзийклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωøłæœ'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003]+')) as word,
    generate_series(1, case when word ~ '[^\u0001-\u2e7f]' then least(length(word), 60) else 1 end) as i
  where word <> '' and not exists (select from millrace.item_words k where k.merchant_id = n.merchant_id and k.item_id = n.item_id)
  on conflict do nothing;
  return null;
end $$;
create function millrace.drop_item_words() returns trigger language plpgsql as $$
begin
  delete from millrace.item_words w using gone g where w.merchant_id = g.merchant_id and w.item_id = g.item_id;
  return null;
end $$;
create trigger item_words_gone after delete on millrace.items referencing old table as gone for each statement execute function millrace.drop_item_words();
alter table millrace.item_words drop constraint item_words_merchant_id_item_id_fkey;
