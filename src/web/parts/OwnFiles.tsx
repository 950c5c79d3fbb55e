import { Button, Menu } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { OwnKind } from '#core/spreadsheet/own-field.ts'
import { api } from '../api.ts'
import { useMay } from '../session.ts'
import { words } from '../words/en.ts'
import { ownFileWords as say } from '../words/own-files.ts'
import { type AskForFile, type FileForm, takeFile } from './ExportButton.tsx'

const WHOLE: Readonly<Record<OwnKind, AskForFile>> = {
  items: (as) => api.GET('/api/v1/items', as),
  stock: (as) => api.GET('/api/v1/stock', as),
  mappings: (as) => api.GET('/api/v1/sku-mappings', as),
}

/** Gives the empty spreadsheet of a kind, with an example row (T5). */
export const takeTemplate = (kind: OwnKind, form: FileForm = 'xlsx'): Promise<void> =>
  takeFile(`${kind}-template`, form, (as) =>
    api.GET('/api/v1/imports/templates/{kind}', { ...as, params: { path: { kind } } }),
  )

/** Items of an export menu: everything of a kind, in the columns that its import takes, and an empty one (T5). */
export const OwnFiles = ({ kinds }: { readonly kinds: readonly OwnKind[] }) =>
  kinds.map((kind) => (
    <div key={kind}>
      <Menu.Divider />
      <Menu.Label>{say.edit[kind]}</Menu.Label>
      {(['xlsx', 'csv'] as const).map((form) => (
        <Menu.Item
          key={form}
          aria-label={`${say.edit[kind]}: ${words.export[form]}`}
          onClick={() => void takeFile(kind, form, WHOLE[kind])}
        >
          {words.export[form]}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => void takeTemplate(kind)}>{say.template[kind]}</Menu.Item>
    </div>
  ))

/** Leads to where spreadsheets are brought. */
export function ImportButton() {
  const may = useMay('items:write')
  const shown = { size: 'xs', variant: 'default', leftSection: <IconUpload size={15} aria-hidden="true" /> } as const
  if (!may)
    return (
      <Button {...shown} disabled title={say.cannot}>
        {say.bring}
      </Button>
    )
  return (
    <Button
      {...shown}
      title={say.bringAbout}
      renderRoot={(props) => <Link to="/amazon" search={{ tab: 'import' }} {...props} />}
    >
      {say.bring}
    </Button>
  )
}
