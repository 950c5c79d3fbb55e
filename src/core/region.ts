/** Amazon's endpoint groups: North America, Europe, Far East. */
export const REGIONS = ['na', 'eu', 'fe'] as const
export type Region = (typeof REGIONS)[number]
