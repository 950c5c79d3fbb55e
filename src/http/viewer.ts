import type { Viewer } from '#core/pii/grant.ts'
import type { Caller } from './guard.ts'

/** Who wants to see buyer data, with the permissions of this moment; a key is none who may (U3). */
export const viewerOf = ({ by, scopes }: Caller): Viewer =>
  by.kind === 'key' ? by : { kind: 'user', ...by.user, scopes }
