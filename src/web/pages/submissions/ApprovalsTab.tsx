import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import { at, goingUpChanged, nameOfConnection, type Standing } from './going-up.ts'
import { HeldPrices } from './HeldPrices.tsx'
import { PinnedPrices } from './PinnedPrices.tsx'

const say = submissionsWords.approvals

/** What waits for a person: held prices, the brake, prices that were put back (I4, I12). */
export const ApprovalsTab = ({ connections }: { readonly connections: readonly Standing[] }) => (
  <Stack gap="lg">
    {connections.map((each) => (
      <Brake key={each.connection} standing={each} />
    ))}
    {connections.map((each) => (
      <HeldPrices
        key={each.connection}
        connection={each.connection}
        count={each.counts.held ?? 0}
        title={connections.length > 1 ? `${say.title}: ${nameOfConnection(each)}` : say.title}
      />
    ))}
    <PinnedPrices />
  </Stack>
)

function Brake({ standing }: { readonly standing: Standing }) {
  const [asks, setAsks] = useState(false)
  const may = useMay('items:write')
  if (standing.brakedAt === null) return null
  const why = standing.problems.find(({ code }) => code === 'brake-pulled')
  const run = async () => {
    const { fields } = await answer(
      api.POST('/api/v1/connections/{connectionId}/sending/release-brake', at(standing.connection)),
    )
    await goingUpChanged()
    tell(say.released(fields))
  }
  return (
    <Alert color="orange" title={<Title order={2}>{say.brake}</Title>}>
      <Text size="sm">
        {why?.sentence} {say.brakeSince(timeText(standing.brakedAt))}
      </Text>
      <Group gap="xs" mt="sm">
        <Button disabled={!may} title={may ? undefined : submissionsWords.upload.cannot} onClick={() => setAsks(true)}>
          {say.release}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/submissions" search={{ state: 'due', connection: standing.connection }} {...props} />
          )}
        >
          {say.stopped}
        </Button>
      </Group>
      {asks && (
        <Ask title={say.releaseTitle} does={say.release} run={run} close={() => setAsks(false)}>
          {why && <Text size="sm">{why.sentence}</Text>}
          <Text size="sm">{say.releaseWhy}</Text>
        </Ask>
      )}
    </Alert>
  )
}
