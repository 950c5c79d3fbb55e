import { Stack } from '@mantine/core'
import { PageTitle } from '../parts/PageTitle.tsx'
import { useSession } from '../session.ts'
import { meWords as say } from '../words/me.ts'
import { OwnFactors } from './me/OwnFactors.tsx'
import { OwnMails } from './me/OwnMails.tsx'
import { OwnSessions } from './me/OwnSessions.tsx'
import { OwnSignIns } from './me/OwnSignIns.tsx'

/** One's own preferences: mails, second factors, sessions and sign-ins (N1, U6). */
export function MePage() {
  const { name, email, merchant } = useSession()
  return (
    <Stack gap="xl" maw={960}>
      <PageTitle title={say.title} about={say.about(name, email)} />
      {merchant !== null && <OwnMails />}
      <OwnFactors />
      <OwnSessions />
      <OwnSignIns />
    </Stack>
  )
}
