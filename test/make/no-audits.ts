/** Puts the first drift audit of every connection off to another century: a test about other things has none, not even after a renewed authorization. */
export const NO_AUDITS = `delete from deployment.due where kind = 'drift-audit';
  insert into millrace.auditors (merchant_id, connection_id, next_at) select merchant_id, connection_id, to_timestamp(4102444800) from millrace.connections
  on conflict do nothing`
