import { List, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell } from '../../parts/told.tsx'
import { deploymentWords } from '../../words/deployment.ts'
import type { Merchant } from './deployment-api.ts'

const say = deploymentWords.remove
type Shown = { readonly merchant: Merchant; removed(): Promise<unknown>; close(): void }

/** Removes a merchant for ever, after its name was typed again (M2). */
export function RemoveMerchant({ merchant: { merchantId, name }, removed, close }: Shown) {
  const [typed, setTyped] = useState('')
  const run = async () => {
    const wish = { params: { path: { merchantId } }, body: { name: typed } }
    await withSecondFactor(() => answer(api.DELETE('/api/v1/deployment/merchants/{merchantId}', wish)))
    await removed()
    tell(say.done(name))
  }
  return (
    <Ask title={say.title(name)} does={say.does} danger disabled={typed !== name} run={run} close={close} size="lg">
      <Text size="sm">{say.why}</Text>
      <List size="sm" className="ends">
        {say.goes.map((each) => (
          <List.Item key={each}>{each}</List.Item>
        ))}
      </List>
      <Text size="sm">{say.stays}</Text>
      <TextInput
        label={say.typed(name)}
        value={typed}
        autoComplete="off"
        error={typed !== '' && !name.startsWith(typed) ? say.wrong : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
    </Ask>
  )
}
