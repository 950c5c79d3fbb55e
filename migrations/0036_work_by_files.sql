-- H1: a connection that works by files has no authorization; a page of orders may come from a file that a person brought.

alter table millrace.connections
  drop constraint connections_state_check,
  add constraint connections_state_check check (state in ('authorized', 'by-files', 'expired', 'revoked', 'disabled'));

-- The import that the page is part of: what becomes of its orders is written to the rows of that import.
alter table millrace.pages add column import_id bigint;
