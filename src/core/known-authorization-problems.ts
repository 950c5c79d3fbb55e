/** What goes wrong on the way to an authorization, with the application's secret, and with plans (C3, C5, C6, C8). */
export const AUTHORIZATION_PROBLEMS = {
  'application-id-missing': {
    sentence:
      'This deployment does not know the application id for region {region}, so nobody can be sent to Amazon. The operator sets {variable}, or the merchant pastes a token.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'public-address-missing': {
    sentence:
      'This deployment does not know its own address, so Amazon cannot send anybody back. The operator sets MILLRACE_PUBLIC_URL to an https address that is registered with the application.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'callback-not-amazon': {
    sentence:
      'The address to go back to is not one of Amazon. Nothing was sent there. Begin again in Seller Central or in the settings.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'consent-unknown': {
    sentence: 'This consent is not known here, or was begun by somebody else. Begin again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'consent-used': {
    sentence: 'This consent was used already. Begin again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'consent-expired': {
    sentence: 'This consent was begun more than ten minutes ago. Begin again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'consent-other-seller': {
    sentence: 'Amazon came back with another selling partner than it began with. Nothing was saved. Begin again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'consent-code-refused': {
    sentence:
      'Amazon no longer takes the code of this consent: it is older than five minutes, or was used. Begin again.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'authorize',
  },
  'secret-not-proven': {
    sentence: 'The next secret of region {region} was not proven yet. Test it first.',
    command: './millrace secret test --region {region}',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'deletion-overdue': {
    sentence:
      'What Amazon gave for {connection} should have been deleted by {day} and is still there. Look into the log for why the job authorization fails.',
    mendedBy: 'operator',
    retryHelps: true,
  },
  'plan-lacks-channel': {
    sentence:
      'The plan {plan} does not include Amazon Seller Central. Connecting raises it to {next}. Say that you agree, and connect again.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  'no-plan-has-channel': {
    sentence: 'No plan of this deployment includes Amazon Seller Central. The operator changes the plans.',
    mendedBy: 'operator',
    retryHelps: false,
  },
} as const

/** Problems of the application: they belong to the deployment, and are told once however many merchants meet them (C5, M4). */
export const OF_DEPLOYMENT: readonly string[] = [
  'application-secret-refused',
  'application-missing',
  'application-wrong',
]
