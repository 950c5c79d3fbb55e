import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { answer } from '../api.ts'
import { saveFile } from '../save-file.ts'
import { words } from '../words/en.ts'
import { tell, tellError } from './told.tsx'

/** What makes a list's request ask for the file instead. */
type AsFile = { readonly headers: { readonly accept: 'text/csv' }; readonly parseAs: 'blob' }
const AS_FILE: AsFile = { headers: { accept: 'text/csv' }, parseAs: 'blob' }

type Shown = {
  /** What the file is called, without its ending. */
  readonly name: string
  /** Asks for the list with its filters: `(as) => api.GET('/api/v1/orders', { ...as, params: { query } })`. */
  ask(as: AsFile): Promise<{ data?: Blob; error?: unknown; response: Response }>
  /** Of a list inside another one. */
  readonly small?: boolean
}

/** Gives the list that is shown, with its filters, as a file: all its rows, never a buyer (12 of the console's rules). */
export function ExportButton({ name, ask, small = false }: Shown) {
  const [runs, setRuns] = useState(false)
  const take = async () => {
    setRuns(true)
    try {
      saveFile(`${name}.csv`, await answer(ask(AS_FILE)))
      tell(words.export.done(`${name}.csv`))
    } catch (error) {
      tellError(error as Error)
    }
    setRuns(false)
  }
  return (
    <Button
      variant="default"
      size={small ? 'compact-sm' : 'xs'}
      loading={runs}
      leftSection={<IconDownload size={15} aria-hidden="true" />}
      title={words.export.about}
      onClick={() => void take()}
    >
      {words.export.button}
    </Button>
  )
}
