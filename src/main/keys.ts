import type { Keys, MasterKeyState } from '#flows/deps.ts'
import { isPassing, type Pool, withoutMerchant } from '#store/db.ts'
import { listMasterKeys, noteDestroyed, noteMasterKeys } from '#store/master-keys.ts'
import { countDeploymentValues, renewDeploymentValues } from '#store/sealed-values.ts'
import { type AuditKey, auditKeyKept } from '#vault/kept-key.ts'
import type { MasterKeys } from '#vault/master-keys.ts'
import type { Sealer } from '#vault/sealer.ts'

/** What the keys are kept with: both logins, the keys themselves, what seals secrets, the key of the audits, the clock. */
type KeyParts = {
  readonly app: Pool
  readonly vault: Pool
  readonly masters: MasterKeys
  readonly secrets: Sealer
  readonly auditKey: AuditKey
  now(): number
}

/** The deployment's master keys: the inventory beside the key file, and what rotation does outside the merchants (U3, D18). */
export function keepKeys({ app, vault, masters, secrets, auditKey, now }: KeyParts): Keys {
  const inFile = () => masters.all().map(({ id }) => id)
  return {
    list: async () => {
      const ids = inFile()
      await noteMasterKeys(app, ids, now())
      const state = (id: string): MasterKeyState['state'] => {
        if (id === ids[0]) return 'current'
        return ids.includes(id) ? 'old' : 'destroyed'
      }
      const noted = await listMasterKeys(app)
      const place = ({ id }: { id: string }) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
      return noted.map((key) => ({ ...key, state: state(key.id) })).sort((a, b) => place(a) - place(b))
    },
    add: async () => {
      // The audits go on with the key that they have: it is kept before another master key seals.
      await withoutMerchant(app, (tx) => auditKey.read(tx))
      await noteMasterKeys(app, inFile(), now())
      const { id } = masters.add()
      await noteMasterKeys(app, [id], now())
      return id
    },
    destroy: async (id) => {
      masters.destroy(id)
      await noteDestroyed(vault, id, now())
    },
    renew: (sealed, context) => secrets.renew(sealed, context),
    renewDeployment: async () => {
      const { sealed, damaged } = await renewDeploymentValues(app, (...value) => secrets.renew(...value))
      return { sealed: sealed + (await withoutMerchant(vault, (tx) => auditKey.rewrap(tx))), damaged }
    },
    countDeployment: async () => [
      ...(await countDeploymentValues(app)),
      ...(await withoutMerchant(app, (tx) => auditKey.count(tx))),
    ],
    opens: () =>
      withoutMerchant(app, (tx) => auditKeyKept(masters).read(tx)).then(
        () => true,
        (error: unknown) => {
          if (isPassing(error)) throw error
          return false
        },
      ),
  }
}
