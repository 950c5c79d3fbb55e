/** The three tabs of Amazon Seller Central. */
export const TABS = ['settings', 'error-log', 'import'] as const
export type Tab = (typeof TABS)[number]

/**
 * Which tabs are open: the Error Log once credentials were saved for the first time, and from then on, since what was held stays there;
 * Settings and Import always (C2).
 */
export const openTabs = (connectionsEver: number): readonly Tab[] =>
  TABS.filter((tab) => tab !== 'error-log' || connectionsEver > 0)
