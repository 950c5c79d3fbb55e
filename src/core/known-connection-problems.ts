/** What goes wrong between us and Amazon: the authorization, the application, the sweep, a call (C1, O1). */
export const CONNECTION_PROBLEMS = {
  'authorization-revoked': {
    sentence:
      'Amazon refuses the authorization of {connection}. Likely causes, in this order: it was revoked in Seller Central, the region is wrong, the application is a draft, a role is missing, the seller is suspended.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'works-by-files': {
    sentence:
      '{connection} works by files, so Amazon is not asked. Bring its order report under Import; save credentials to let Millrace ask by itself.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'works-by-api': {
    sentence:
      '{connection} is connected to Amazon already. Bring its files all the same: what Amazon told later counts.',
    mendedBy: 'nobody',
    retryHelps: false,
  },
  'authorization-over': {
    sentence: 'The authorization of {connection} has ended, so no file is taken for it. Authorize it again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'authorization-cleared': {
    sentence: '{connection} was cleared here, so Amazon is not asked. Authorize it again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'access-denied': {
    sentence:
      'Amazon denies access for {connection}. Likely causes, in this order: the authorization was revoked, the region is wrong, the application is a draft, a role is missing, the seller is suspended.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'application-secret-refused': {
    sentence:
      'Amazon refuses the client secret of this deployment for region {region}. No merchant can be served until the operator enters a valid one.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'next-secret-refused': {
    sentence: 'Amazon refuses the next secret of region {region}. The one in use stays. Add the right one.',
    command: './millrace secret add --region {region}',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'application-missing': {
    sentence: 'This deployment has no Amazon application for region {region}. Set {variables} and start again.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'application-wrong': {
    sentence:
      'Amazon refuses this application: {code}. The operator must check the application in the Solution Provider Portal.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'marketplace-refused': {
    sentence:
      'Amazon refuses the orders of the marketplace {marketplace}. The other marketplaces go on; it is asked again once a day.',
    mendedBy: 'merchant',
    retryHelps: true,
    mend: 'authorize',
  },
  'no-marketplace': {
    sentence:
      'Amazon lists no marketplace in which {connection} takes part, so there is nothing to import. It is looked up again every night.',
    mendedBy: 'merchant',
    retryHelps: true,
    mend: 'authorize',
  },
  'dataset-refused': {
    sentence:
      'Amazon refuses the dataset {dataset} at the moment. Orders arrive without it; it is asked for again by itself.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'asked-for-less': {
    sentence:
      'Amazon refuses our search for orders and names nothing. It is asked without the datasets {datasets} at the moment; they are asked for again by themselves.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'repeated-page-token': {
    sentence:
      'Amazon answered with the page token that was just sent. The sweep was stopped and starts again from where it was safe.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'page-token-died': {
    sentence: 'The page token of the last sweep is no longer accepted. The sweep starts again from where it was safe.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'page-overdue': {
    sentence:
      'A page of {orders} orders, fetched at {fetched}, has not been imported within 24 hours. Look into the log for why the job import-page fails.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'page-purged': {
    sentence:
      'A page of {orders} orders, fetched at {fetched}, could not be imported in {days} days and was erased, since it held buyer data. Fill back the days before it.',
    command: './millrace backfill',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'buyer-data-overdue': {
    sentence:
      'Buyer data of {count} orders, documents or pages should have been erased and is still there, the oldest since {since}. Look into the log for why the job purge-buyer-data fails.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'answer-unreadable': {
    sentence: 'Amazon answered {operation} with something that is not readable ({why}). It is asked again.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'answer-too-large': {
    sentence: 'Amazon answered {operation} with more than {limit} MB. It is asked again.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'request-refused': {
    sentence: 'Amazon refuses our request {operation}: {message}',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'not-found-at-amazon': { sentence: 'Amazon does not know {what}.', mendedBy: 'nobody', retryHelps: false },
  throttled: {
    sentence: 'Amazon asks us to slow down for {operation}. It goes on by itself.',
    mendedBy: 'nobody',
    retryHelps: true,
  },
  'amazon-down': {
    sentence: 'Amazon does not answer {operation} at the moment ({why}). It is tried again.',
    mendedBy: 'amazon',
    retryHelps: true,
  },
  'host-not-allowed': {
    sentence: 'The address {host} is not on the list of allowed hosts. Nothing was sent.',
    mendedBy: 'operator',
    retryHelps: false,
  },
} as const
