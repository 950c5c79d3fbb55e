import { opaque } from './login.ts'
import { tellApplication } from './notify-seller.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import { invalidInput, type Reply } from './wire.ts'

const DAY = 86_400_000
/** The one before lives a week longer. */
const OVERLAP = 7 * DAY
const SECRET_LIVES = 180 * DAY

/** POST /applications/2023-11-30/clientSecret: the new one comes by the registered queue, and by no other way. */
export function rotateApplicationClientSecret({ world, caller }: Visit): Reply {
  if (!world.notifications.secretQueues.has(caller.clientId))
    return invalidInput('The application is not enrolled for notifications of its client secret.')
  rotateSecret(world, caller.clientId)
  return { status: 204, body: undefined }
}

/** Makes an application a new secret beside its old one and tells it; gives the new one. */
export function rotateSecret(world: World, clientId: string): string {
  const app = world.apps.get(clientId)
  if (!app) return ''
  const now = world.clock.now()
  const secret = `amzn1.oa2-cs.v1.${opaque(world, 40)}`
  const old = [...app.secrets]
  app.secrets = [...old, secret]
  world.clock.plan({
    at: now + OVERLAP,
    run: () => {
      app.secrets = app.secrets.filter((each) => !old.includes(each))
    },
  })
  const told = {
    clientId,
    newClientSecret: secret,
    newClientSecretExpiryTime: new Date(now + SECRET_LIVES).toISOString(),
    oldClientSecretExpiryTime: new Date(now + OVERLAP).toISOString(),
  }
  tellApplication(world, clientId, {
    type: 'APPLICATION_OAUTH_CLIENT_NEW_SECRET',
    payload: { applicationOAuthClientNewSecret: told },
  })
  return secret
}

/** Tells an application that its secret will lapse. */
export const tellSecretExpiry = (world: World, clientId: string, expiresAt: number): void =>
  tellApplication(world, clientId, {
    type: 'APPLICATION_OAUTH_CLIENT_SECRET_EXPIRY',
    payload: {
      applicationOAuthClientSecretExpiry: {
        clientId,
        clientSecretExpiryTime: new Date(expiresAt).toISOString(),
        clientSecretExpiryReason: 'PERIODIC_ROTATION',
      },
    },
  })
