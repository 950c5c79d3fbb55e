-- When a seller's orders come, and why Amazon is asked for them as often as it is (O1, X5): 24 pairs of orders and minutes by the hour
-- of the day (UTC), then orders, usual orders and minutes of late.
alter table millrace.sweeps add column arrivals jsonb;
alter table millrace.sweeps add column look jsonb;

-- As `take_token` of four, but so many calls of the bucket are left untouched: for people, and for catching up.
create function deployment.take_token(p_key text, p_rate double precision, p_burst double precision, p_now timestamptz, p_keep double precision)
returns table (granted boolean, ready_at timestamptz) language plpgsql as $$
declare b deployment.buckets;
declare needed double precision;
begin
  insert into deployment.buckets as t (key, rate, burst, tokens, at) values (p_key, p_rate, p_burst, p_burst, p_now)
    on conflict (key) do nothing;
  select * into b from deployment.buckets t where t.key = p_key for update;
  if p_now > b.at then
    b.tokens := least(b.burst, b.tokens + extract(epoch from p_now - b.at) * b.rate);
    b.at := p_now;
  end if;
  needed := 1 + least(p_keep, b.burst - 1);
  if b.blocked_until > p_now then
    granted := false;
    ready_at := b.blocked_until;
  elsif b.tokens >= needed then
    granted := true;
    b.tokens := b.tokens - 1;
    ready_at := p_now;
  else
    granted := false;
    ready_at := b.at + make_interval(secs => (needed - b.tokens) / b.rate);
  end if;
  update deployment.buckets t set tokens = b.tokens, at = b.at where t.key = p_key;
  return next;
end $$;
