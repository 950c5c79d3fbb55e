-- Feeds, and files carried by hand: what was written, and how often a step was tried.

alter table millrace.submissions
  -- Of a file only: it is given again as it was (H2). It names orders, their lines and tracking, and no buyer.
  add column content text,
  -- Of a file only: for each of its lines the message, the order and the order's line: Amazon's report names lines.
  add column records jsonb,
  -- Tries in a row that did not bring the step on.
  add column tries integer not null default 0;

-- A file that a person has not uploaded may be withdrawn: its rows wait again.
alter table millrace.submissions drop constraint submissions_state_check;
alter table millrace.submissions add constraint submissions_state_check
  check (state in ('new', 'uploaded', 'asked', 'sent', 'carried', 'done', 'failed', 'unsure', 'withdrawn'));
create index submissions_open on millrace.submissions (merchant_id, connection_id) where ended_at is null;
create index submissions_feed on millrace.submissions (merchant_id, connection_id, feed_id) where feed_id is not null;
