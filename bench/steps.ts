// Where the time of a page goes: the steps of the import, each timed from outside.
import type { Deps, VaultPurpose, VaultTx } from '#flows/deps.ts'

/** The steps of pages in ms, summed up. Rows and originals are written at once: their step ends with the later of the two. */
export type Steps = {
  begin: number
  translate: number
  load: number
  decide: number
  number: number
  write: number
  commit: number
}

/** Deps that add to `steps`. What lies between loading and numbering is deciding. */
export function timedSteps(deps: Deps): { deps: Deps; steps: Steps } {
  const steps: Steps = { begin: 0, translate: 0, load: 0, decide: 0, number: 0, write: 0, commit: 0 }
  let since = 0
  const end = (step: keyof Steps) => {
    const now = performance.now()
    steps[step] += now - since
    since = now
  }
  /** Ends `before` when the work begins and `step` when it is done. */
  const timed =
    <A extends unknown[], R>(before: keyof Steps, step: keyof Steps, work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      end(before)
      const result = await work(...args)
      end(step)
      return result
    }
  const transaction = async (
    merchant: never,
    scope: { readonly vault: VaultPurpose },
    work: (tx: VaultTx) => Promise<unknown>,
  ) => {
    since = performance.now()
    const result = await deps.transaction(merchant, scope, async (tx) => {
      end('begin')
      const importContext = timed('translate', 'load', tx.store.importContext)
      const numberOrders = timed('decide', 'number', tx.store.numberOrders)
      const done = await work({ ...tx, store: { ...tx.store, importContext, numberOrders } })
      end('write')
      return done
    })
    end('commit')
    return result
  }
  return { deps: { ...deps, transaction: transaction as unknown as Deps['transaction'] }, steps }
}
