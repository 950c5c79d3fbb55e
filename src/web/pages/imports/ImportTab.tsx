import { Stack, Text } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { importWords as say } from '../../words/imports.ts'
import { BringFiles } from './BringFiles.tsx'
import { FilesOnTheirWay } from './FilesOnTheirWay.tsx'
import { ImportList } from './ImportList.tsx'
import { readImportsSearch } from './imports-search.ts'
import { OneImport } from './OneImport.tsx'
import { WhatToBring } from './WhatToBring.tsx'

/** The Import tab of Amazon Seller Central: files are brought, and all imports stand in one list; or one of them is shown (T3, C2). */
export function ImportTab() {
  const search = readImportsSearch(useSearch({ strict: false }))
  if (search.import !== undefined) return <OneImport key={search.import} id={search.import} search={search} />
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={760}>
        {say.about}
      </Text>
      <div className="bring-and-what">
        <BringFiles />
        <WhatToBring />
      </div>
      <FilesOnTheirWay />
      <ImportList />
    </Stack>
  )
}
