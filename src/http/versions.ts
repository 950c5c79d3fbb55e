import type { FastifyRequest } from 'fastify'
import type { Deps, Tx } from '#flows/deps.ts'
import { Refusal } from './refusal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The version of the configuration that an If-Match was compared with; null without one. */
    readVersion: number | null
  }
}

/** What stands is no longer what the sender read. */
export class VersionMoved extends Refusal {
  constructor() {
    super({
      status: 412,
      title: 'Changed meanwhile',
      detail: 'It is no longer as you read it. Nothing was changed: read it again, and decide anew.',
    })
  }
}

/** What a flow reaches when it changes the configuration for a request: where a version was compared, it must still stand under the lock. */
export function inItsVersion(deps: Deps, { readVersion }: FastifyRequest): Deps {
  if (readVersion === null) return deps
  const guarded = (tx: Tx): Tx => {
    const lockConfiguration = async () => {
      const found = await tx.store.lockConfiguration()
      if (found !== readVersion) throw new VersionMoved()
      return found
    }
    return { ...tx, store: { ...tx.store, lockConfiguration } }
  }
  const transaction = ((merchant: never, scope: never, work: (tx: Tx) => Promise<unknown>) =>
    deps.transaction(merchant, scope, (tx: Tx) => work(guarded(tx)))) as Deps['transaction']
  return { ...deps, transaction }
}
