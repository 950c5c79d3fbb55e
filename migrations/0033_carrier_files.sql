-- S6: where an order comes from. Other channels come with the merchant's own files (H3): they stand in the same queue, and Amazon is never told of them.
alter table millrace.orders add column channel text not null default 'amazon';

-- D35: how a merchant's files for carriers' programs look, by name; no buyer data.
create table millrace.export_layouts (
  merchant_id text not null references deployment.merchants on delete cascade,
  name text not null,
  columns jsonb not null,
  delimiter text not null,
  encoding text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (merchant_id, name)
);

-- How the file of an export is written; null: as all were before there were layouts.
alter table millrace.exports add column layout jsonb;

do $$
declare t text;
begin
  foreach t in array array['export_layouts'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
