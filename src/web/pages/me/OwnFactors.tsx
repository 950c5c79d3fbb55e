import { Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { answer, api } from '../../api.ts'
import { countText, dayText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell } from '../../parts/told.tsx'
import { words } from '../../words/en.ts'
import { meWords } from '../../words/me.ts'
import { adoptFactors } from './own-factors.ts'

/** Fetched when something is changed. */
const PasswordDialog = lazy(async () => ({ default: (await import('./PasswordDialog.tsx')).PasswordDialog }))
const AppDialog = lazy(async () => ({ default: (await import('./FactorDialogs.tsx')).AppDialog }))
const PasskeyDialog = lazy(async () => ({ default: (await import('./FactorDialogs.tsx')).PasskeyDialog }))
const CodesDialog = lazy(async () => ({ default: (await import('./FactorDialogs.tsx')).CodesDialog }))

const say = meWords.factors
/** From so few on new recovery codes are needed. */
const FEW = 3

type Removed = { readonly what: string; readonly passkeyId: string | null }
type Deed = 'password' | 'app' | 'passkey' | 'codes' | Removed

/** With what one signs in, and how it is changed: password, authenticator app, passkeys, recovery codes (U6, D16, D17). */
export function OwnFactors() {
  const [deed, setDeed] = useState<Deed | null>(null)
  const factors = useQuery({
    queryKey: ['me', 'factors'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/account/factors', { signal })),
  })
  if (factors.error) return <Failed error={factors.error} again={() => void factors.refetch()} />
  if (!factors.data) return <Skeleton height={210} aria-label={words.loading} />
  const { app, passkeys, recoveryCodesLeft: left } = factors.data
  const remove = passkeys.length + (app ? 1 : 0) > 1 ? setDeed : null
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say.title}</Title>
        <Button variant="default" onClick={() => setDeed('passkey')}>
          {say.addPasskey}
        </Button>
      </Group>
      <ul className="card own-factors">
        <Line what={say.password} about={say.passwordAbout}>
          <Does does={meWords.password.change} run={() => setDeed('password')} />
        </Line>
        <Line what={say.app} about={app ? say.since(dayText(app)) : say.noApp}>
          <Does does={app ? say.moveApp : say.addApp} run={() => setDeed('app')} />
          {app && <Remove what={say.app} passkeyId={null} remove={remove} />}
        </Line>
        {passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) => (
          <Line
            key={passkeyId}
            what={say.passkey(name)}
            about={lastUsedAt ? say.used(dayText(createdAt), dayText(lastUsedAt)) : say.since(dayText(createdAt))}
          >
            <Remove what={name} passkeyId={passkeyId} remove={remove} />
          </Line>
        ))}
        <Line what={say.codes} about={left < FEW ? say.few : say.left(countText(left))} bad={left < FEW}>
          <Does does={say.newCodes} run={() => setDeed('codes')} />
        </Line>
      </ul>
      {deed !== null && <Dialogs deed={deed} close={() => setDeed(null)} />}
    </Stack>
  )
}

function Dialogs({ deed, close }: { readonly deed: Deed; close(): void }) {
  const NAMED = { password: PasswordDialog, app: AppDialog, passkey: PasskeyDialog, codes: CodesDialog }
  if (typeof deed === 'object') return <RemoveFactor {...deed} close={close} />
  const Named = NAMED[deed]
  return (
    <Suspense>
      <Named close={close} />
    </Suspense>
  )
}

type Lined = {
  readonly what: string
  readonly about: string
  readonly bad?: boolean
  readonly children: ReactNode
}

const Line = ({ what, about, bad = false, children }: Lined) => (
  <li>
    <div>
      <Text size="sm" fw={600}>
        {what}
      </Text>
      <Text size="sm" c={bad ? 'red' : 'dimmed'}>
        {about}
      </Text>
    </div>
    <Group gap={4}>{children}</Group>
  </li>
)

const Does = ({ does, run }: { readonly does: string; run(): void }) => (
  <Button variant="default" size="compact-sm" onClick={run}>
    {does}
  </Button>
)

/** The only factor stays: without one nobody comes in. */
const Remove = ({ remove, ...removed }: Removed & { readonly remove: ((deed: Removed) => void) | null }) =>
  remove ? (
    <Button
      variant="subtle"
      color="red"
      size="compact-sm"
      aria-label={say.removeOf(removed.what)}
      onClick={() => remove(removed)}
    >
      {say.remove}
    </Button>
  ) : (
    <Badge size="sm" variant="light" radius="sm" tt="none">
      {say.only}
    </Badge>
  )

function RemoveFactor({ what, passkeyId, close }: Removed & { close(): void }) {
  const run = async () => {
    await adoptFactors(
      withSecondFactor(() =>
        passkeyId === null
          ? answer(api.DELETE('/api/v1/account/app'))
          : answer(api.DELETE('/api/v1/account/passkeys/{passkeyId}', { params: { path: { passkeyId } } })),
      ),
    )
    tell(say.removed)
  }
  return (
    <Ask title={say.removeTitle(what)} does={say.remove} danger run={run} close={close}>
      <Text size="sm">{say.removeWhy}</Text>
    </Ask>
  )
}
