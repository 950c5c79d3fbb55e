-- Shipments up: packages, refunds, what waits to go up to Amazon, and the feeds and files that carry it.

-- S3: how a merchant's carriers are called at Amazon, where it differs from the defaults in the code.
create table millrace.carriers (
  merchant_id text not null references deployment.merchants on delete cascade,
  -- The merchant's own name for it, in lower case and with single spaces: how it is found.
  carrier_key text not null,
  carrier text not null,
  amazon_code text not null,
  -- Amazon wants a name with the code Other.
  amazon_name text,
  primary key (merchant_id, carrier_key),
  check ((amazon_code = 'Other') = (amazon_name is not null))
);

-- S1, S2: a box that left. Its number is Amazon's packageReferenceId, fixed here before the first call.
create table millrace.packages (
  merchant_id text not null,
  order_id bigint not null,
  package_number integer not null check (package_number > 0),
  carrier text not null,
  service text,
  -- Null for a parcel without tracking: it goes up by feed (S5).
  tracking text,
  shipped_at timestamptz not null,
  center_code text,
  -- The caller's own name for it, unique: a second entry of it is the same package.
  reference text,
  -- Rises with each correction.
  version integer not null default 1,
  -- Amazon's own number where the package went up by feed or file: later corrections name it.
  amazon_number text,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (merchant_id, order_id, package_number),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);
create unique index packages_reference on millrace.packages (merchant_id, reference) where reference is not null;

create table millrace.package_items (
  merchant_id text not null,
  order_id bigint not null,
  package_number integer not null,
  line_id text not null,
  quantity_amazon integer not null check (quantity_amazon > 0),
  quantity integer not null check (quantity > 0),
  primary key (merchant_id, order_id, package_number, line_id),
  foreign key (merchant_id, order_id, package_number) references millrace.packages on delete cascade
);

-- O16: money that goes back to a buyer. A row goes up at most once; `millrace.outbox` says how far it is.
create table millrace.refunds (
  merchant_id text not null,
  refund_id bigint generated always as identity,
  order_id bigint not null,
  reason text not null,
  currency text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (merchant_id, refund_id),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);
create index refunds_order on millrace.refunds (merchant_id, order_id);

-- Minor units of the refund's currency, positive: to the buyer. `restock` is in our units.
create table millrace.refund_lines (
  merchant_id text not null,
  refund_id bigint not null,
  line_id text not null,
  item_amount bigint not null default 0,
  tax_amount bigint not null default 0,
  shipping_amount bigint not null default 0,
  shipping_tax_amount bigint not null default 0,
  gift_wrap_amount bigint not null default 0,
  gift_wrap_tax_amount bigint not null default 0,
  quantity_cancelled integer not null default 0,
  restock integer not null default 0,
  primary key (merchant_id, refund_id, line_id),
  foreign key (merchant_id, refund_id) references millrace.refunds on delete cascade
);

-- O16: the merchant may cancel without being asked.
alter table millrace.cancellations add column by_merchant boolean not null default false;

-- E6: everything of orders that goes up, one row each; nothing is dropped after some tries.
create table millrace.outbox (
  merchant_id text not null,
  outbox_id bigint generated always as identity,
  kind text not null check (kind in ('confirmation', 'cancellation', 'refund')),
  connection_id text not null,
  marketplace_id text not null,
  order_id bigint not null,
  -- The package's number, the number of the request to cancel, the refund's number.
  subject bigint not null,
  -- waiting: to be sent. taken: in a feed or file under way. sent: Amazon took it, and it must yet be seen there (S4).
  -- refused, unsure: a person decides. removed: taken off by a person.
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'sent', 'settled', 'refused', 'unsure', 'removed')),
  way text not null default 'call' check (way in ('call', 'feed', 'file')),
  -- S6: the earliest deadline first.
  due_by timestamptz,
  next_at timestamptz not null,
  attempts integer not null default 0,
  failing_since timestamptz,
  problem jsonb,
  submission_id bigint,
  message_number integer,
  -- The version of the package that Amazon was told; another one is to be sent again.
  sent_version integer,
  -- Written before the first call: Amazon may know the package from then on, whether or not an answer came.
  called boolean not null default false,
  sent_at timestamptz,
  -- S4: complete sweeps begun after it was sent; and whether it was sent a second time for want of being seen.
  sweeps_since integer not null default 0,
  sent_again boolean not null default false,
  settled_at timestamptz,
  -- How it was settled: seen in a sweep, read by number, confirmed by Amazon itself, told by a report.
  settled_by text check (settled_by in ('sweep', 'read', 'amazon', 'report', 'person')),
  entered_at timestamptz not null,
  primary key (merchant_id, outbox_id),
  unique (merchant_id, kind, order_id, subject),
  foreign key (merchant_id, order_id) references millrace.orders on delete cascade
);
create index outbox_waiting on millrace.outbox (merchant_id, connection_id, kind, due_by, outbox_id) where state = 'waiting';
create index outbox_sent on millrace.outbox (merchant_id, connection_id, sent_at) where state = 'sent';
create index outbox_open on millrace.outbox (merchant_id, outbox_id) where state not in ('settled', 'removed');
create index outbox_submission on millrace.outbox (merchant_id, submission_id, message_number) where submission_id is not null;

-- A feed that we send, or a file that a person carries to Seller Central. The state is written before each call, so that a
-- run that died knows what may have happened.
create table millrace.submissions (
  merchant_id text not null,
  submission_id bigint generated always as identity,
  connection_id text not null,
  marketplace_id text not null,
  kind text not null,
  way text not null check (way in ('feed', 'file')),
  -- new: drawn up. uploaded: its document is at Amazon. asked: createFeed was called, its answer not yet known.
  -- sent: Amazon named it. carried: a person downloaded it. done, failed, unsure: over.
  state text not null check (state in ('new', 'uploaded', 'asked', 'sent', 'carried', 'done', 'failed', 'unsure')),
  messages integer not null,
  document_id text,
  feed_id text,
  amazon_state text,
  -- The processing report as Amazon gave it; Amazon keeps it for 28 days only. It names orders and no buyer.
  report text,
  problem jsonb,
  made_by text not null,
  made_at timestamptz not null,
  asked_at timestamptz,
  sent_at timestamptz,
  polls integer not null default 0,
  ended_at timestamptz,
  primary key (merchant_id, submission_id),
  foreign key (merchant_id, connection_id) references millrace.connections on delete cascade
);
create unique index one_open_feed on millrace.submissions (merchant_id, connection_id, kind) where way = 'feed' and ended_at is null;

-- What Amazon shows of an order's packages: number, carrier, tracking, status, lines.
alter table millrace.orders add column amazon_packages jsonb not null default '[]';
-- S6: what must be shipped, the earliest deadline first.
create index orders_ship_by on millrace.orders (merchant_id, ship_by) where to_confirm and stage in ('Shipping Department', 'Hold', 'Accounts Receivable');

-- S4: when the window that is open was begun.
alter table millrace.sweeps add column begun_at timestamptz;

do $$
declare t text;
begin
  foreach t in array array['carriers', 'packages', 'package_items', 'refunds', 'refund_lines', 'outbox', 'submissions'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
  end loop;
end $$;
