-- Answers of the REST API under the caller's Idempotency-Key, kept 24 hours: a repeat is answered and not done again (X1).
-- They hold no buyer data. `run` is a fence: whoever was overtaken can no longer write an answer.
create table millrace.kept_answers (
  merchant_id text not null references deployment.merchants on delete cascade,
  answer_key text not null,
  -- SHA-256 of method, address and body.
  request text not null,
  run bigint not null default 1,
  begun_at timestamptz not null,
  -- Null while the request runs.
  status integer,
  content_type text,
  body text,
  primary key (merchant_id, answer_key)
);
create index kept_answers_begun on millrace.kept_answers (merchant_id, begun_at);

alter table millrace.kept_answers enable row level security;
create policy merchant on millrace.kept_answers
  using (merchant_id = nullif(current_setting('millrace.merchant', true), ''))
  with check (merchant_id = nullif(current_setting('millrace.merchant', true), ''));
