import { Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { faultOfUrl } from '#core/webhooks/webhook.ts'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Choices } from '../../parts/Choices.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ShownOnce } from '../../parts/ShownOnce.tsx'
import { tell } from '../../parts/told.tsx'
import { webhooksWords as say } from '../../words/webhooks.ts'
import { pathOf, type Webhook, webhooksChanged } from './webhooks-api.ts'

type Draft = Pick<Webhook, 'name' | 'url' | 'on'> & { readonly types: readonly string[] }
const EMPTY: Draft = { name: '', url: '', types: [], on: true }

/** Makes a webhook and shows its secret this once, or changes one (X2). */
export function WebhookDialog({ changed, close }: { readonly changed: Webhook | null; close(): void }) {
  const [draft, setDraft] = useState<Draft>(changed ?? EMPTY)
  const [secret, setSecret] = useState<string | null>(null)
  const run = async () => {
    const { name, url, types, on } = draft
    const body = { name: name.trim(), url: url.trim(), types: [...types], on }
    if (changed) {
      await answer(api.PUT('/api/v1/webhooks/{webhookId}', { params: pathOf(changed), body }))
      tell(say.saved)
      close()
    } else setSecret((await answer(api.POST('/api/v1/webhooks', { body }))).secret)
    void webhooksChanged()
  }
  if (secret !== null) return <SecretDialog value={secret} close={close} />
  return (
    <Ask
      title={changed ? say.changeTitle(changed.name) : say.addTitle}
      does={changed ? say.doesChange : say.doesAdd}
      disabled={draft.name.trim() === '' || faultOfUrl(draft.url.trim(), true) !== null}
      run={run}
      close={() => undefined}
      cancel={close}
      size="lg"
    >
      <Fields draft={draft} known={changed !== null} change={(next) => setDraft({ ...draft, ...next })} />
    </Ask>
  )
}

/** A secret, to be copied this once. */
export const SecretDialog = ({ value, close }: { readonly value: string; close(): void }) => (
  <Dialog onClose={close} title={say.secret} size="lg">
    <ShownOnce label={say.secret} value={value} once={say.once} close={close} />
  </Dialog>
)

const sentenceOf = (fault: string | null): string | undefined => (fault === null ? undefined : say.address(fault))

type Filled = { readonly draft: Draft; readonly known: boolean; change(next: Partial<Draft>): void }

function Fields({ draft, known, change }: Filled) {
  const [left, setLeft] = useState(false)
  const kinds = [...new Set([...Object.keys(say.groups), ...draft.types])]
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
        label={say.url}
        placeholder={say.urlHint}
        value={draft.url}
        maxLength={500}
        inputMode="url"
        error={left && draft.url !== '' ? sentenceOf(faultOfUrl(draft.url.trim(), true)) : undefined}
        onBlur={() => setLeft(true)}
        autoComplete="off"
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <Choices
        label={say.types}
        hint={say.typesAbout}
        choices={kinds.map((value) => ({ value, label: say.groups[value] ?? value, about: value }))}
        chosen={draft.types}
        choose={(types) => change({ types })}
      />
      {known && (
        <Switch
          label={say.on}
          description={say.onAbout}
          checked={draft.on}
          onChange={(event) => change({ on: event.currentTarget.checked })}
        />
      )}
    </>
  )
}
