-- Limits of shipping methods: value, packages, items (O9).

alter table millrace.shipping_methods
  add column max_value bigint,
  add column max_packages integer,
  add column package_grams integer,
  add column excluded_items text[] not null default '{}',
  add column only_items text[] not null default '{}',
  add constraint packages_are_counted_by_weight check ((max_packages is null) = (package_grams is null));
