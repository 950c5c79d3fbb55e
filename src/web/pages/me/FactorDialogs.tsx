import { Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Deeds } from '../../parts/Deeds.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { withSecondFactor } from '../../parts/StepUp.tsx'
import { tell } from '../../parts/told.tsx'
import { saveText } from '../../save-file.ts'
import { words } from '../../words/en.ts'
import { meWords } from '../../words/me.ts'
import { adoptFactors, makePasskey } from './own-factors.ts'

const say = meWords.factors

/** An authenticator app is added, or moved to another phone: its key as a picture and as text, taken into use by its first code (D17). */
export function AppDialog({ close }: { close(): void }) {
  const [code, setCode] = useState('')
  const fresh = useQuery({
    queryKey: ['me', 'new-app'],
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    queryFn: () => withSecondFactor(() => answer(api.POST('/api/v1/account/app'))),
  })
  const run = async () => {
    await adoptFactors(answer(api.POST('/api/v1/account/app/confirm', { body: { code: code.replaceAll(' ', '') } })))
    tell(say.appSaved)
  }
  return (
    <Ask title={say.addApp} does={say.confirm} disabled={!/^\d{3} ?\d{3}$/.test(code.trim())} run={run} close={close}>
      {fresh.error && <Failed error={fresh.error} again={() => void fresh.refetch()} />}
      <Group align="flex-start" gap="md" wrap="nowrap">
        {fresh.data && (
          <img
            src={`data:image/svg+xml,${encodeURIComponent(fresh.data.svg)}`}
            alt={say.qr}
            width={160}
            height={160}
            className="qr"
          />
        )}
        <Stack gap={6}>
          <Text size="sm">{say.scan}</Text>
          {fresh.data && <Code className="breaks">{fresh.data.seed.match(/.{1,4}/g)?.join(' ')}</Code>}
        </Stack>
      </Group>
      <TextInput
        label={say.firstCode}
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        onChange={(event) => setCode(event.currentTarget.value)}
        data-autofocus
      />
    </Ask>
  )
}

/** A passkey of this device, under a name by which its owner knows it (D17). */
export function PasskeyDialog({ close }: { close(): void }) {
  const [name, setName] = useState('')
  const run = async () => {
    await withSecondFactor(() => makePasskey(name.trim()))
    tell(say.passkeySaved)
  }
  return (
    <Ask title={say.addPasskey} does={say.goOn} disabled={name.trim() === ''} run={run} close={close}>
      <TextInput
        label={say.passkeyName}
        placeholder={say.passkeyHint}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </Ask>
  )
}

/** Ten new recovery codes instead of the old ones; they are shown this once, and the dialog closes when they are saved (D17). */
export function CodesDialog({ close }: { close(): void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const run = async () => {
    const { recoveryCodes } = await adoptFactors(
      withSecondFactor(() => answer(api.POST('/api/v1/account/recovery-codes'))),
    )
    setCodes(recoveryCodes ?? [])
  }
  if (codes !== null) return <Codes codes={codes} close={close} />
  return (
    <Ask title={say.newCodes} does={say.newCodes} run={run} close={() => undefined} cancel={close}>
      <Text size="sm">{say.newCodesWhy}</Text>
    </Ask>
  )
}

function Codes({ codes, close }: { readonly codes: readonly string[]; close(): void }) {
  const [saved, setSaved] = useState(false)
  const text = `${codes.join('\n')}\n`
  return (
    <Dialog
      onClose={close}
      title={say.codesTitle}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text size="sm">{say.codesOnce}</Text>
        <ol className="codes">
          {codes.map((code) => (
            <li key={code}>
              <Code>{code}</Code>
            </li>
          ))}
        </ol>
        <Group gap="xs">
          <Button
            variant="default"
            onClick={() => void navigator.clipboard.writeText(text).then(() => tell(words.copied))}
          >
            {words.copy}
          </Button>
          <Button variant="default" onClick={() => saveText('millrace-recovery-codes.txt', text)}>
            {say.saveCodes}
          </Button>
        </Group>
        <Checkbox label={say.codesSaved} checked={saved} onChange={(event) => setSaved(event.currentTarget.checked)} />
        <Deeds>
          <Button disabled={!saved} onClick={close}>
            {words.close}
          </Button>
        </Deeds>
      </Stack>
    </Dialog>
  )
}
