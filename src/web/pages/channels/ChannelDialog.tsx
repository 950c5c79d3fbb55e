import { NumberInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { checkChannel, USUAL_KEEP_DAYS } from '#core/channel-orders/channel.ts'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { tell } from '../../parts/told.tsx'
import { channelWords as say } from '../../words/channels.ts'
import { faultsOf } from '../amazon/form.ts'
import { type Channel, channelsChanged } from './channels-api.ts'

/** Adds a channel, or changes its name and how long its buyers are kept; its code stays what it is (H3). */
export function ChannelDialog({ channel, close }: { readonly channel: Channel | null; close(): void }) {
  const [form, setForm] = useState({ code: '', name: '', keepDays: USUAL_KEEP_DAYS, ...channel })
  const [touched, setTouched] = useState<readonly string[]>([])
  const faults = faultsOf(checkChannel({ ...form, name: form.name.trim() }))
  const set = (change: Partial<typeof form>) => {
    setForm({ ...form, ...change })
    setTouched([...touched, ...Object.keys(change)])
  }
  const fault = (field: string) => (touched.includes(field) ? (faults[field] ?? null) : null)
  const run = async () => {
    const { code, name, keepDays } = form
    await answer(api.PUT('/api/v1/channels/{code}', { params: { path: { code } }, body: { name, keepDays } }))
    await channelsChanged()
    tell(say.saved)
  }
  return (
    <Ask
      title={channel ? say.editTitle(channel.code) : say.addTitle}
      does={say.save}
      disabled={Object.keys(faults).length > 0}
      run={run}
      close={close}
    >
      <TextInput
        label={say.code}
        description={channel ? undefined : say.codeHint}
        value={form.code}
        readOnly={channel !== null}
        variant={channel ? 'filled' : 'default'}
        maxLength={10}
        error={fault('code')}
        onChange={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
        data-autofocus={channel === null || undefined}
      />
      <TextInput
        label={say.name}
        value={form.name}
        maxLength={60}
        error={fault('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
        data-autofocus={channel !== null || undefined}
      />
      <NumberInput
        label={say.keepDays}
        description={say.keepHint}
        value={form.keepDays}
        min={1}
        max={3650}
        clampBehavior="none"
        allowDecimal={false}
        error={fault('keepDays')}
        onChange={(value) => set({ keepDays: Number(value) })}
        w={220}
        styles={{ description: { width: 380, maxWidth: '76vw' } }}
      />
    </Ask>
  )
}

/** Removes a channel without orders. */
export function RemoveChannel({ channel, close }: { readonly channel: Channel; close(): void }) {
  const run = async () => {
    await answer(api.DELETE('/api/v1/channels/{code}', { params: { path: { code: channel.code } } }))
    await channelsChanged()
  }
  return (
    <Ask title={say.removeTitle(channel.code)} does={say.remove} danger run={run} close={close}>
      <Text size="sm">{say.removeWhy}</Text>
    </Ask>
  )
}
