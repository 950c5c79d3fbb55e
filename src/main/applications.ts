import type { AmazonConfig } from '#amazon/client.ts'
import type { Application } from '#amazon/login.ts'
import type { Region } from '#core/region.ts'
import { secretContext } from '#flows/application-secrets.ts'
import type { Deps } from '#flows/deps.ts'
import { listSecrets } from '#store/application-secrets.ts'
import type { Pool } from '#store/db.ts'

const REMEMBERED = 60_000

type Parts = {
  readonly applications: AmazonConfig['applications']
  readonly app: Pool
  readonly secrets: Deps['secrets']
  now(): number
}

/**
 * The application of a region with the secret that is current now: the promoted one, else that of the environment (C5, M4). Remembered for a
 * minute, and read anew when Amazon refused it, so that no process is started again for a rotation.
 */
export function applicationsOf({ applications, app, secrets, now }: Parts) {
  let remembered: { readonly promoted: ReadonlyMap<Region, string>; readonly until: number } | null = null

  async function read(): Promise<ReadonlyMap<Region, string>> {
    const promoted = new Map<Region, string>()
    for (const { region, slot, sealed } of await listSecrets(app))
      if (slot === 'current' && sealed) promoted.set(region, secrets.open(sealed, secretContext(region, 'current')))
    remembered = { promoted, until: now() + REMEMBERED }
    return promoted
  }

  return async (region: Region, again: boolean): Promise<Application | null> => {
    const application = applications[region]
    if (!application) return null
    const isFresh = !again && remembered !== null && now() < remembered.until
    const promoted = isFresh && remembered ? remembered.promoted : await read()
    const clientSecret = promoted.get(region)
    return clientSecret === undefined ? application : { ...application, clientSecret }
  }
}
