-- X2: webhooks. What a merchant's own programs are told of, each as a row of its own, written by triggers in the transaction of the change:
-- no event is lost, and none is told that did not come to pass.
create table millrace.webhooks (
  merchant_id text not null references deployment.merchants on delete cascade,
  webhook_id bigint generated always as identity,
  url text not null,
  name text not null,
  -- `order.placed`, or `order.*`; none: everything.
  types text[] not null default '{}',
  -- Off: nothing is written down for it. Why: a person, or the receiver said that it is gone.
  off_since timestamptz,
  off_by text,
  secret bytea not null,
  -- The secret before signs as well until then, so that the receiver can change without losing anything.
  old_secret bytea,
  old_secret_until timestamptz,
  made_by text not null,
  made_at timestamptz not null,
  primary key (merchant_id, webhook_id)
);

create table millrace.webhook_messages (
  merchant_id text not null,
  message_id bigint generated always as identity,
  webhook_id bigint not null,
  type text not null,
  -- Numbers and codes only, never buyer data: the receiver asks the API for more.
  data jsonb not null,
  at timestamptz not null,
  -- waiting: to be sent. delivered: the receiver took it. failed: given up after the last try; a person can send it again.
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  next_at timestamptz not null,
  attempts integer not null default 0,
  -- The tries: when, how long each took, and what the receiver answered.
  tries jsonb not null default '[]',
  ended_at timestamptz,
  primary key (merchant_id, message_id),
  foreign key (merchant_id, webhook_id) references millrace.webhooks on delete cascade
);
create index webhook_messages_waiting on millrace.webhook_messages (merchant_id, next_at) where state = 'waiting';
create index webhook_messages_listed on millrace.webhook_messages (merchant_id, webhook_id, message_id);

do $$
declare t text;
begin
  foreach t in array array['webhooks', 'webhook_messages'] loop
    execute format('alter table millrace.%I enable row level security', t);
    execute format(
      'create policy merchant on millrace.%I using (merchant_id = nullif(current_setting(''millrace.merchant'', true), '''')) with check (merchant_id = nullif(current_setting(''millrace.merchant'', true), ''''))', t);
    execute format('create trigger tell_pages after insert or update or delete on millrace.%I for each statement execute function millrace.tell_pages(''webhooks'')', t);
  end loop;
end $$;

-- Asked first by every trigger: most merchants have none, and a merchant that is being removed is told nothing.
create function millrace.has_webhooks() returns boolean language sql stable as $$
  select exists (select from millrace.webhooks w join deployment.merchants m using (merchant_id)
    where w.merchant_id = nullif(current_setting('millrace.merchant', true), '') and w.off_since is null)
$$;

create function millrace.write_webhook_message(event_type text, event_data jsonb, event_at timestamptz) returns void language sql as $$
  insert into millrace.webhook_messages (merchant_id, webhook_id, type, data, at, next_at)
  select w.merchant_id, w.webhook_id, event_type, event_data, event_at, event_at from millrace.webhooks w
   where w.merchant_id = nullif(current_setting('millrace.merchant', true), '') and w.off_since is null
     and (w.types = '{}' or event_type = any (w.types) or split_part(event_type, '.', 1) || '.*' = any (w.types))
$$;

-- The wake comes last, at the commit, once for each transaction: so that two changes that tell something never block each other.
create function millrace.wake_webhooks() returns trigger language plpgsql as $$
begin
  if current_setting('millrace.webhooks_woken', true) = txid_current()::text then return null; end if;
  perform set_config('millrace.webhooks_woken', txid_current()::text, true);
  insert into deployment.due as d (merchant_id, kind, subject, at) values (new.merchant_id, 'webhooks', '', new.next_at)
    on conflict (merchant_id, kind, subject) do update set at = least(d.at, excluded.at), seq = d.seq + 1;
  perform pg_notify('millrace_wake', '');
  return null;
end $$;
create constraint trigger wake_webhooks after insert on millrace.webhook_messages deferrable initially deferred
  for each row execute function millrace.wake_webhooks();

-- Orders and shipments: the history of orders tells them.
create function millrace.tell_of_orders() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    perform millrace.write_webhook_message(
      case split_part(a.kind, '.', 1)
        when 'package' then 'shipment.' || split_part(a.kind, '.', 2)
        when 'cancellation' then 'order.cancellation-' || split_part(a.kind, '.', 2)
        when 'refund' then 'order.refund-' || split_part(a.kind, '.', 2)
        else a.kind end,
      jsonb_strip_nulls(jsonb_build_object('orderId', a.order_id, 'orderNumber', o.amazon_order_id, 'stage', o.stage, 'package', a.facts -> 'package', 'refund', a.facts -> 'refund')),
      a.at)
    from added a join millrace.orders o on o.merchant_id = a.merchant_id and o.order_id = a.order_id
    where split_part(a.kind, '.', 1) in ('order', 'package', 'cancellation', 'refund');
  end if;
  return null;
end $$;
create trigger tell_webhooks after insert on millrace.order_events referencing new table as added
  for each statement execute function millrace.tell_of_orders();

-- What Amazon made of a shipment that was confirmed to it.
create function millrace.tell_of_confirmations() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    perform millrace.write_webhook_message(
      case n.state when 'settled' then 'shipment.confirmed' else 'shipment.refused' end,
      jsonb_build_object('orderId', n.order_id, 'orderNumber', d.amazon_order_id, 'package', n.subject),
      coalesce(n.settled_at, n.sent_at, n.entered_at))
    from changed n join before b using (merchant_id, outbox_id)
    join millrace.orders d on d.merchant_id = n.merchant_id and d.order_id = n.order_id
    where n.kind = 'confirmation' and n.state in ('settled', 'refused') and b.state <> n.state;
  end if;
  return null;
end $$;
create trigger tell_webhooks after update on millrace.outbox referencing old table as before new table as changed
  for each statement execute function millrace.tell_of_confirmations();

-- An order that is held waits in the Error Log.
create function millrace.tell_of_held_orders() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    if tg_op = 'INSERT' then
      perform millrace.write_webhook_message('order.held', jsonb_build_object('documentId', n.document_id, 'orderNumber', n.reference), coalesce(n.decided_at, n.received_at))
      from changed n where n.state = 'held';
    else
      perform millrace.write_webhook_message('order.held', jsonb_build_object('documentId', n.document_id, 'orderNumber', n.reference), coalesce(n.decided_at, n.received_at))
      from changed n join before b using (merchant_id, document_id) where n.state = 'held' and b.state <> 'held';
    end if;
  end if;
  return null;
end $$;
create trigger tell_webhooks_of_new after insert on millrace.documents referencing new table as changed
  for each statement execute function millrace.tell_of_held_orders();
create trigger tell_webhooks after update on millrace.documents referencing old table as before new table as changed
  for each statement execute function millrace.tell_of_held_orders();

-- Stock on hand here, and stock and prices that Amazon was told.
create function millrace.tell_of_stock() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    perform millrace.write_webhook_message('stock.changed',
      jsonb_build_object('itemId', a.item_id, 'center', a.center_code, 'onHand', a.on_hand, 'change', a.change, 'kind', a.kind), a.at)
    from added a;
  end if;
  return null;
end $$;
create trigger tell_webhooks after insert on millrace.stock_moves referencing new table as added
  for each statement execute function millrace.tell_of_stock();

create function millrace.tell_of_changes_up() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    perform millrace.write_webhook_message(a.field || '.' || a.what,
      jsonb_build_object('connection', a.connection_id, 'marketplaceId', a.marketplace_id, 'sku', a.seller_sku, 'before', a.before, 'after', a.after), a.at)
    from added a where a.field in ('stock', 'price') and a.what in ('sent', 'refused');
  end if;
  return null;
end $$;
create trigger tell_webhooks after insert on millrace.sku_history referencing new table as added
  for each statement execute function millrace.tell_of_changes_up();

-- Problems that come and go; a webhook's own troubles are not told to webhooks.
create function millrace.tell_of_problems() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    if tg_op = 'INSERT' then
      perform millrace.write_webhook_message('problem.noted', jsonb_build_object('connection', n.connection_id, 'code', n.code), n.since)
      from changed n where n.code not like 'webhook-%';
    else
      perform millrace.write_webhook_message(
        case when n.cleared_at is null then 'problem.noted' else 'problem.cleared' end,
        jsonb_build_object('connection', n.connection_id, 'code', n.code), coalesce(n.cleared_at, n.since))
      from changed n join before b using (merchant_id, connection_id, code, subject)
      where (n.cleared_at is null) <> (b.cleared_at is null) and n.code not like 'webhook-%';
    end if;
  end if;
  return null;
end $$;
create trigger tell_webhooks_of_new after insert on millrace.problems referencing new table as changed
  for each statement execute function millrace.tell_of_problems();
create trigger tell_webhooks after update on millrace.problems referencing old table as before new table as changed
  for each statement execute function millrace.tell_of_problems();

-- Buyer data that is gone here must go where it was copied to (U4).
create function millrace.tell_of_purges() returns trigger language plpgsql as $$
begin
  if millrace.has_webhooks() then
    perform millrace.write_webhook_message('purge.buyer', jsonb_build_object('orderId', g.order_id), now()) from gone g;
  end if;
  return null;
end $$;
create trigger tell_webhooks after delete on vault.buyers referencing old table as gone
  for each statement execute function millrace.tell_of_purges();
