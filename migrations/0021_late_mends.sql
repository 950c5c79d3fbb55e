-- Filled by the part that bears this name.
-- D47: each time a backup was put back here. Until `opened_at` is set nothing opens this deployment: overdue buyer data goes first.
create table deployment.restores (
  restored_at timestamptz primary key,
  backup_id text not null,
  backup_made_at timestamptz not null,
  -- False: the backup was made after everything had stopped, so that nothing can have happened since.
  steps_back boolean not null,
  with_vault boolean not null,
  -- Where the audits ended that were replaced, by merchant: as audit verify prints it.
  heads_before jsonb not null default '{}',
  opened_at timestamptz
);
revoke insert, delete, truncate on deployment.restores from millrace_app, millrace_vault;
