import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { countText, dayText } from '../../format.ts'
import { Failed } from '../../parts/Failed.tsx'
import { words } from '../../words/en.ts'
import { meWords } from '../../words/me.ts'

const say = meWords.factors
/** From so few on new recovery codes are needed. */
const FEW = 3

/** With what one signs in; it is changed on the page of the account, which works without the console (U6, D17). */
export function OwnFactors() {
  const factors = useQuery({
    queryKey: ['me', 'factors'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/account/factors', { signal })),
  })
  if (factors.error) return <Failed error={factors.error} again={() => void factors.refetch()} />
  if (!factors.data) return <Skeleton height={150} aria-label={words.loading} />
  const { app, passkeys, recoveryCodesLeft: left } = factors.data
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say.title}</Title>
        <Button component="a" href="/account" variant="default">
          {say.change}
        </Button>
      </Group>
      <dl className="card facts">
        <Fact name={say.app} value={app ? say.since(dayText(app)) : say.none} />
        <Fact name={say.passkeys} value={passkeys.map(({ name }) => name).join(', ') || say.none} />
        <Fact name={say.codes} value={countText(left)} bad={left < FEW} />
      </dl>
      {left < FEW && (
        <Text size="sm" c="red">
          {say.few}
        </Text>
      )}
    </Stack>
  )
}

const Fact = ({
  name,
  value,
  bad = false,
}: {
  readonly name: string
  readonly value: string
  readonly bad?: boolean
}) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Text span inherit c={bad ? 'red' : undefined}>
        {value}
      </Text>
    </dd>
  </div>
)
