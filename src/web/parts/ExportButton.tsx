import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { answer } from '../api.ts'
import { saveFile } from '../save-file.ts'
import { words } from '../words/en.ts'
import { tell, tellError } from './told.tsx'

/** The forms in which a list is given as a file: what its request asks for, and how the file ends. */
const FORMS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const
export type FileForm = keyof typeof FORMS

/** What makes a list's request ask for the file instead. */
export type AsFile = { readonly headers: { readonly accept: string }; readonly parseAs: 'blob' }
/** Asks for the list as a file: `(as) => api.GET('/api/v1/orders', { ...as, params: { query } })`. */
export type AskForFile = (as: AsFile) => Promise<{ data?: Blob; error?: unknown; response: Response }>

/** Fetches a file and gives it to the person. */
export async function takeFile(name: string, form: FileForm, ask: AskForFile): Promise<void> {
  const file = `${name}.${form}`
  try {
    saveFile(file, await answer(ask({ headers: { accept: FORMS[form] }, parseAs: 'blob' })))
    tell(words.export.done(file))
  } catch (error) {
    tellError(error as Error)
  }
}

type Shown = {
  /** What the file is called, without its ending. */
  readonly name: string
  /** Asks for the list with its filters. */
  readonly ask: AskForFile
  /** What it is called, where that is not an export. */
  readonly label?: string
  /** Of a list inside another one. */
  readonly small?: boolean
  /** Further files of the same page, as items of the menu. */
  readonly children?: ReactNode
}

/** Gives the list that is shown, with its filters, as a file: all its rows, never a buyer (12 of the console's rules). */
export function ExportButton({ name, ask, label, small = false, children }: Shown) {
  const [runs, setRuns] = useState(false)
  const take = async (form: FileForm) => {
    setRuns(true)
    await takeFile(name, form, ask)
    setRuns(false)
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size={small ? 'compact-sm' : 'xs'}
          loading={runs}
          leftSection={<IconDownload size={15} aria-hidden="true" />}
          rightSection={<IconChevronDown size={13} aria-hidden="true" />}
          title={label === undefined ? words.export.about : undefined}
        >
          {label ?? words.export.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {children !== undefined && <Menu.Label>{words.export.list}</Menu.Label>}
        <Menu.Item onClick={() => void take('xlsx')}>{words.export.xlsx}</Menu.Item>
        <Menu.Item onClick={() => void take('csv')}>{words.export.csv}</Menu.Item>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}
