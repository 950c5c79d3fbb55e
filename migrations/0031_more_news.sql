-- X1: what else pages show tells when it has changed (as the tables of 0022).
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[['sku_mappings', 'items'], ['distribution_centers', 'stock'], ['shipping_methods', 'settings']] loop
    execute format(
      'create trigger tell_pages after insert or update or delete on millrace.%I for each statement execute function millrace.tell_pages(%L)',
      pair[1], pair[2]);
  end loop;
end $$;
