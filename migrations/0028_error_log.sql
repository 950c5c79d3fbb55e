-- E4: a document that was held or waited for a person, and no longer does: since when, and what was wrong with it.
alter table millrace.documents add column mended_at timestamptz, add column mended jsonb;
create index documents_mended on millrace.documents (merchant_id, mended_at) where mended_at is not null;
