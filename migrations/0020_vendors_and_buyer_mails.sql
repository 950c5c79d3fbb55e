-- O8: mails to buyers, each at most once. Of the buyer nothing stands here: the address is opened from the vault while a mail is sent,
-- and what a person wrote lies sealed beside the buyer's data.
create table millrace.buyer_mails (
  merchant_id text not null references deployment.merchants on delete cascade,
  mail_id bigint generated always as identity,
  order_id bigint not null,
  kind text not null check (kind in ('invoice', 'question', 'delivery-appointment', 'design-check')),
  -- waiting: to be sent. sending: the mail server is being talked to. sent: it took the mail. kept: there is no mail server, in the demo.
  -- refused: it is not sent. unclear: the line broke while the server had it, a person looks. removed: a person took it off.
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'kept', 'refused', 'unclear', 'removed')),
  asked_by text not null,
  asked_at timestamptz not null,
  next_at timestamptz not null,
  attempts integer not null default 0,
  -- Since when the mail server is being talked to.
  begun_at timestamptz,
  -- A code and facts, never the server's own words: they may repeat the address.
  problem jsonb,
  ended_at timestamptz,
  primary key (merchant_id, mail_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);
create index buyer_mails_open on millrace.buyer_mails (merchant_id, next_at) where state in ('waiting', 'sending');
create index buyer_mails_of_order on millrace.buyer_mails (merchant_id, order_id, mail_id);
-- One invoice of an order, whoever asks for it and however often.
create unique index buyer_mails_invoice on millrace.buyer_mails (merchant_id, order_id) where kind = 'invoice' and state not in ('refused', 'removed');

-- Which completed orders may have their invoice.
create index orders_to_invoice on millrace.orders (merchant_id, updated_at) where stage = 'Completed Order' and to_confirm;

-- What a person wrote to a buyer. Gone in the same statement as the buyer's data (U4).
create table vault.mail_texts (
  merchant_id text not null,
  mail_id bigint not null,
  order_id bigint not null,
  key_id text not null,
  sealed bytea not null,
  primary key (merchant_id, mail_id),
  foreign key (merchant_id, mail_id) references millrace.buyer_mails on delete cascade,
  foreign key (merchant_id, order_id) references vault.buyers on delete cascade
);
create index mail_texts_of_order on vault.mail_texts (merchant_id, order_id);

-- U5: vendors that run distribution centers, and what Amazon's policy wants known of each.
create table millrace.vendors (
  merchant_id text not null references deployment.merchants on delete cascade,
  vendor_id text not null,
  company text not null,
  purpose text not null,
  mode text not null check (mode in ('own-approval', 'complete-record', 'our-label')),
  -- Since when the company has Amazon's own approval.
  approved_on date,
  contract_on date,
  -- Due diligence: good for a year.
  checked_on date,
  security_contact text,
  retention_days integer,
  -- The seller's consent.
  consent_by text,
  consent_on date,
  primary key (merchant_id, vendor_id)
);

-- A center without a row is run by the merchant.
create table millrace.vendor_centers (
  merchant_id text not null,
  center_code text not null,
  vendor_id text not null,
  primary key (merchant_id, center_code),
  foreign key (merchant_id, center_code) references millrace.distribution_centers on delete cascade,
  foreign key (merchant_id, vendor_id) references millrace.vendors on delete cascade
);

-- Which addresses a vendor was given, and that it erased them once ours were gone.
create table millrace.handovers (
  merchant_id text not null,
  order_id bigint not null,
  vendor_id text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Since when our own copy is gone: from then on the vendor's must go too.
  purge_since timestamptz,
  acknowledged_at timestamptz,
  primary key (merchant_id, order_id, vendor_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade,
  foreign key (merchant_id, vendor_id) references millrace.vendors
);
create index handovers_to_purge on millrace.handovers (merchant_id, vendor_id, purge_since, order_id) where purge_since is not null and acknowledged_at is null;
create index orders_of_center on millrace.orders (merchant_id, center_code, order_id) where stage = 'Shipping Department';

-- A key of a vendor sees the orders of that vendor's centers only.
alter table deployment.api_keys add column vendor_id text;

do $$
declare t text;
begin
  foreach t in array array['millrace.buyer_mails', 'vault.mail_texts', 'millrace.vendors', 'millrace.vendor_centers', 'millrace.handovers'] loop
    execute format('alter table %s enable row level security', t);
    execute format(
      'create policy merchant on %s using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
