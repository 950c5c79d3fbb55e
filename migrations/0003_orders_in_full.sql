-- Orders in full: purchase orders, orders for the books only, themes, and what buyers ask to cancel.

-- O8: a section of its own for mails, off by default.
alter table millrace.settings drop constraint settings_section_check;
alter table millrace.settings add constraint settings_section_check check (section in ('orders', 'shipping', 'emails'));

-- O7: a screen branding theme; its mails take sender, template and service contact from it.
create table millrace.themes (
  merchant_id text not null references deployment.merchants on delete cascade,
  theme_code text not null,
  name text not null,
  sender text not null,
  template text not null,
  service_name text not null,
  service_email text not null,
  service_phone text not null,
  primary key (merchant_id, theme_code)
);

alter table millrace.orders
  -- O5: null where the method is not a purchase order, and where the number is the buyer's: that one lies in the vault.
  add column purchase_order_number text,
  add column buyer_purchase_order boolean not null default false,
  add column approved_at timestamptz,
  -- O7
  add column theme_code text,
  -- O14: read-only, never shipped by us, never stock-relevant.
  add column fulfilled_by_amazon boolean not null default false,
  -- O6, O14: false for an order that is in the books only: its packages are never confirmed to Amazon, and no deadline is watched (S6).
  add column to_confirm boolean not null default true;
create index orders_theme on millrace.orders (merchant_id, theme_code) where theme_code is not null;

-- O16: what a buyer asked to cancel, and what a person decided. The buyer's own reason is buyer data and lies in the vault.
create table millrace.cancellations (
  merchant_id text not null,
  order_id bigint not null,
  request_number integer not null,
  -- Amazon's order item ids.
  lines text[] not null,
  state text not null check (state in ('open', 'cancel', 'ship-anyway', 'cancelled', 'shipped', 'replaced')),
  -- Where the order stood before it was held; null when it was first seen with the request.
  stage_before text,
  asked_at timestamptz not null,
  -- Since when Amazon no longer shows the request; a person still decides.
  gone_at timestamptz,
  reason text,
  decided_by text,
  decided_at timestamptz,
  ended_at timestamptz,
  primary key (merchant_id, order_id, request_number),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);
create index cancellations_open on millrace.cancellations (merchant_id, state) where state in ('open', 'cancel');

alter table millrace.themes enable row level security;
alter table millrace.cancellations enable row level security;
create policy merchant on millrace.themes
  using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
create policy merchant on millrace.cancellations
  using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
