-- O1: what Amazon refused to add to orders. A page knows what was not asked for, and a document which parts its order lacks, so that
-- a placed order is completed once Amazon gives them.
alter table millrace.pages add column left_out text[] not null default '{}';
alter table millrace.documents add column missing text[] not null default '{}';
