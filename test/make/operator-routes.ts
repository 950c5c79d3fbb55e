/** The routes of the operators: no scope of a merchant opens them. */
export const OPERATOR_ROUTES = [
  ['GET', '/deployment/merchants'],
  ['POST', '/deployment/merchants'],
  ['POST', '/deployment/merchants/1001/suspend'],
  ['POST', '/deployment/merchants/1001/resume'],
  ['DELETE', '/deployment/merchants/1001'],
  ['POST', '/deployment/merchants/1001/owner'],
  ['GET', '/deployment/work'],
  ['GET', '/deployment/secrets'],
  ['GET', '/deployment/calls'],
  ['GET', '/deployment/findings'],
  ['GET', '/deployment/acts'],
] as const
