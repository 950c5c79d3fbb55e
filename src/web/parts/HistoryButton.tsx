import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { ChangedSection } from '#core/settings/settings-change.ts'
import { historyWords } from '../words/history.ts'

/** Fetched when somebody looks. */
const HistoryDrawer = lazy(async () => ({ default: (await import('./HistoryDrawer.tsx')).HistoryDrawer }))

/** Opens who changed what of a section (U6). */
export function HistoryButton({ section, title }: { readonly section: ChangedSection; readonly title: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        flex="none"
        leftSection={<IconHistory size={15} aria-hidden="true" />}
        aria-label={historyWords.opens(title)}
        onClick={() => setOpen(true)}
      >
        <span className="history-word">{historyWords.open}</span>
      </Button>
      {open && (
        <Suspense>
          <HistoryDrawer section={section} title={title} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
