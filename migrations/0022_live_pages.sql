-- What a page shows is told as changed when the transaction that changed it commits: the merchant's id and a topic, nothing else.
-- A trigger and not a call of each writer: no writer can forget it. Equal notices of one transaction are sent once.
create function millrace.tell_pages() returns trigger language plpgsql as $$
begin
  perform pg_notify('millrace_live', coalesce(nullif(current_setting('millrace.merchant', true), ''), '-') || ' ' || tg_argv[0]);
  return null;
end $$;

do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[
    ['orders', 'orders'], ['documents', 'errors'], ['problems', 'errors'], ['packages', 'orders'], ['refunds', 'orders'],
    ['cancellations', 'orders'], ['outbox', 'outbox'], ['items', 'items'], ['stock', 'stock'], ['listings', 'items'],
    ['sku_fields', 'sending'], ['submissions', 'submissions'], ['cycles', 'sending'], ['drift_audits', 'sending'],
    ['connections', 'connections'], ['settings', 'settings'], ['mails', 'mails']] loop
    execute format(
      'create trigger tell_pages after insert or update or delete on millrace.%I for each statement execute function millrace.tell_pages(%L)',
      pair[1], pair[2]);
  end loop;
end $$;
