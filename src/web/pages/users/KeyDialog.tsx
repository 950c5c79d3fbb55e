import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Permission, SCOPES_OF_KEYS, type Scope, scopesOf } from '#core/permissions.ts'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ShownOnce } from '../../parts/ShownOnce.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { useSession } from '../../session.ts'
import { SCOPE_WORDS, keysWords as say } from '../../words/keys.ts'
import { peopleChanged } from './users-api.ts'

type Draft = {
  readonly name: string
  readonly purpose: string
  readonly scopes: readonly Scope[]
  readonly expires: string
  readonly networks: string
}
const EMPTY: Draft = { name: '', purpose: '', scopes: [], expires: '', networks: '' }

const bodyOf = ({ name, purpose, scopes, expires, networks }: Draft) => ({
  name: name.trim(),
  purpose: purpose.trim(),
  scopes: [...scopes] as never[],
  ...(expires && { expiresAt: `${expires}T23:59:59Z` }),
  networks: networks.split(/\s+/).filter(Boolean),
})

/** Makes a key for a program, and shows it this once (D9). */
export function KeyDialog({ close }: { close(): void }) {
  const [draft, setDraft] = useState(EMPTY)
  const [made, setMade] = useState<string | null>(null)
  const run = async () => {
    const { key } = await withSecondFactor(() => answer(api.POST('/api/v1/keys', { body: bodyOf(draft) })))
    setMade(key)
    void peopleChanged()
  }
  if (made !== null) return <Made value={made} close={close} />
  const ready = draft.name.trim() !== '' && draft.purpose.trim() !== '' && draft.scopes.length > 0
  return (
    <Ask title={say.title} does={say.does} disabled={!ready} run={run} close={() => undefined} cancel={close} size="lg">
      <Fields draft={draft} change={(next) => setDraft({ ...draft, ...next })} />
    </Ask>
  )
}

const Made = ({ value, close }: { readonly value: string; close(): void }) => (
  <Dialog onClose={close} title={say.ready} size="lg">
    <ShownOnce label={say.ready} value={value} once={say.once} close={close} />
  </Dialog>
)

function Fields({ draft, change }: { readonly draft: Draft; change(next: Partial<Draft>): void }) {
  const own = scopesOf(useSession().permissions as readonly Permission[])
  return (
    <>
      <TextInput
        label={say.name}
        placeholder={say.nameHint}
        value={draft.name}
        maxLength={100}
        onChange={(event) => change({ name: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={say.purpose}
        placeholder={say.purposeHint}
        value={draft.purpose}
        maxLength={200}
        onChange={(event) => change({ purpose: event.currentTarget.value })}
      />
      <Choices
        label={say.scopes}
        choices={SCOPES_OF_KEYS.filter((scope) => scope !== 'vendor:orders').map((value) => ({
          value,
          label: SCOPE_WORDS[value],
          about: own.includes(value) ? value : say.beyond,
          disabled: !own.includes(value),
        }))}
        chosen={draft.scopes}
        choose={(scopes) => change({ scopes })}
      />
      <TextInput
        type="date"
        label={say.expires}
        description={say.expiresHint}
        value={draft.expires}
        onChange={(event) => change({ expires: event.currentTarget.value })}
      />
      <Textarea
        label={say.networks}
        description={say.networksHint}
        size="xs"
        autosize
        minRows={2}
        value={draft.networks}
        onChange={(event) => change({ networks: event.currentTarget.value })}
      />
    </>
  )
}
