import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMay } from '../../session.ts'
import { submissionsWords } from '../../words/submissions.ts'
import type { Standing } from './going-up.ts'
import { UploadDialog } from './UploadDialog.tsx'

const say = submissionsWords.upload

/** Begins a Manual Upload: shown once a seller is connected (I7). */
export function ManualUpload({ connections }: { readonly connections: readonly Standing[] }) {
  const [opened, setOpened] = useState(false)
  const may = useMay('items:write')
  const good = connections.filter(({ state }) => state === 'authorized')
  if (good.length === 0) return null
  return (
    <>
      <Button disabled={!may} title={may ? undefined : say.cannot} onClick={() => setOpened(true)}>
        {say.open}
      </Button>
      {opened && <UploadDialog connections={good} close={() => setOpened(false)} />}
    </>
  )
}
