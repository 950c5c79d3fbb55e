import { List, PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'
import { checkPassword } from '#core/sign-in/check-password.ts'
import { answer, api, queries } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { sentence } from '../../parts/sentence.ts'
import { tell } from '../../parts/told.tsx'
import { adopt } from '../../second-factor.ts'
import { useSession } from '../../session.ts'
import { meWords } from '../../words/me.ts'

const say = meWords.password

/** Another password, checked as it is typed by the server's own rules; every other session ends (D16). */
export function PasswordDialog({ close }: { close(): void }) {
  const { name, email } = useSession()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const checked = checkPassword(password, { name, email })
  const wrong = checked.ok || password === '' ? [] : checked.problems.map(({ facts }) => sentence(String(facts.why)))
  const run = async () => {
    const body = { current, password }
    await adopt(withSecondFactor(() => answer(api.PUT('/api/v1/account/password', { body }))))
    await queries.invalidateQueries({ queryKey: ['me'] })
    tell(say.changed)
  }
  return (
    <Ask title={say.change} does={say.does} disabled={current === '' || !checked.ok} run={run} close={close}>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={say.current}
        value={current}
        autoComplete="current-password"
        onChange={(event) => setCurrent(event.currentTarget.value)}
        data-autofocus
      />
      <PasswordInput
        label={say.next}
        description={say.rules}
        value={password}
        autoComplete="new-password"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <List size="sm" aria-live="polite">
        {wrong.map((why) => (
          <List.Item key={why}>{why}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {say.ends}
      </Text>
    </Ask>
  )
}
