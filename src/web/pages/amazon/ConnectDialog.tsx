import { Button, Checkbox, Divider, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { REGIONS, type Region } from '#core/region.ts'
import { answer, api, Refused } from '../../api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { tell } from '../../parts/told.tsx'
import { byFilesWords } from '../../words/by-files.ts'
import { connectionWords } from '../../words/connections.ts'
import { words } from '../../words/en.ts'
import { type Connection, connectionsChanged } from './use-connections.ts'

const say = connectionWords

type Shown = {
  readonly renewed: Connection | null
  readonly close: () => void
  /** To the way without any credentials. */
  readonly byFiles: () => void
}

/** The ways to a connection: Amazon's consent page, a pasted token, which goes in and never comes out, or files (C1, C3, H1). */
export function ConnectDialog({ renewed, close, byFiles }: Shown) {
  const [region, setRegion] = useState<Region>(renewed?.region ?? 'na')
  const [raisePlan, setRaisePlan] = useState(false)
  const authorize = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/authorization/begin', { body: { region, country: null, raisePlan } })),
    onSuccess: ({ address }) => location.assign(address),
  })
  return (
    <Dialog
      onClose={close}
      title={
        renewed ? `${renewed.state === 'by-files' ? byFilesWords.connect : say.renew}: ${renewed.id}` : say.connect
      }
      size="md"
    >
      <Stack gap="sm">
        {renewed && <Text size="sm">{renewed.state === 'by-files' ? byFilesWords.connectAbout : say.renewAbout}</Text>}
        <Select
          label={say.region}
          data={REGIONS.map((value) => ({ value, label: say.regions[value] }))}
          value={region}
          onChange={(value) => value && setRegion(value as Region)}
          disabled={renewed !== null}
          allowDeselect={false}
        />
        <Text size="sm" c="dimmed">
          {say.authorizeExplain}
        </Text>
        <Button loading={authorize.isPending} onClick={() => authorize.mutate()} w="fit-content">
          {say.authorize}
        </Button>
        <Refusal error={authorize.error} agreed={raisePlan} agree={setRaisePlan} />
        <Divider my={4} label={say.paste} labelPosition="left" />
        <PasteToken region={region} seller={renewed?.sellingPartnerId ?? null} close={close} />
        {!renewed && (
          <>
            <Divider my={4} label={byFilesWords.without} labelPosition="left" />
            <Button variant="default" w="fit-content" onClick={byFiles}>
              {byFilesWords.choose}
            </Button>
          </>
        )}
      </Stack>
    </Dialog>
  )
}

type Pasted = { readonly region: Region; readonly seller: string | null; close(): void }

function PasteToken({ region, seller, close }: Pasted) {
  const [sellingPartnerId, setSeller] = useState(seller ?? '')
  const [refreshToken, setToken] = useState('')
  const [tried, setTried] = useState(false)
  const [raisePlan, setRaisePlan] = useState(false)
  const missing = { seller: sellingPartnerId.trim() === '', token: refreshToken.trim() === '' }
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.PUT('/api/v1/connections', {
          body: { region, sellingPartnerId: sellingPartnerId.trim(), refreshToken: refreshToken.trim(), raisePlan },
        }),
      ),
    onSuccess: ({ id }) => {
      tell(say.saved(id))
      void connectionsChanged()
      close()
    },
  })
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!missing.seller && !missing.token) save.mutate()
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {say.pasteExplain}
        </Text>
        <TextInput
          label={say.seller}
          value={sellingPartnerId}
          disabled={seller !== null}
          onChange={({ currentTarget }) => setSeller(currentTarget.value)}
          error={tried && missing.seller ? say.sellerMissing : null}
          spellCheck={false}
          autoComplete="off"
        />
        <PasswordInput
          label={say.token}
          value={refreshToken}
          onChange={({ currentTarget }) => setToken(currentTarget.value)}
          error={tried && missing.token ? say.tokenMissing : null}
          autoComplete="off"
          visible={false}
        />
        <Refusal error={save.error} agreed={raisePlan} agree={setRaisePlan} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {say.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type Refusing = { readonly error: Error | null; readonly agreed: boolean; agree(yes: boolean): void }

/** What the server said; a plan that lacks the channel is raised only by somebody who agrees (C8). */
function Refusal({ error, agreed, agree }: Refusing) {
  if (!error) return null
  if (error instanceof Refused && error.code === 'plan-lacks-channel')
    return (
      <Checkbox
        label={say.raisePlan(error.message)}
        checked={agreed}
        onChange={({ currentTarget }) => agree(currentTarget.checked)}
      />
    )
  return (
    <Text size="sm" c="red" role="alert">
      {error.message}
    </Text>
  )
}
