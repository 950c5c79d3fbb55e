-- E1: what the Error Log shows first: documents that are held, and those of placed orders that wait for a person.
create index documents_waiting on millrace.documents (merchant_id, document_id) where state = 'held' or problems <> '[]';
