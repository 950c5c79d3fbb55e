import { Button, List, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { words } from '../words/en.ts'
import { Deeds } from './Deeds.tsx'
import { Dialog } from './Dialog.tsx'

const unsaved = new Map<string, string>()

/** Says that a section has changes that are not saved yet; leaving the page asks about them. */
export function useUnsaved(title: string, dirty: boolean): void {
  const id = useId()
  useEffect(() => {
    if (dirty) unsaved.set(id, title)
    return () => {
      unsaved.delete(id)
    }
  }, [id, title, dirty])
}

type Place = { readonly pathname: string; readonly search: unknown }
const elsewhere = (from: Place, to: Place): boolean =>
  from.pathname !== to.pathname || JSON.stringify(from.search) !== JSON.stringify(to.search)

/** Stands once on a page with sections: asks before what was typed is lost. */
export function UnsavedGuard() {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved.size > 0 && elsewhere(current, next),
    enableBeforeUnload: () => unsaved.size > 0,
    withResolver: true,
  })
  const { title, about, stay, leave } = words.section.leaving
  if (status !== 'blocked') return null
  return (
    <Dialog onClose={() => reset?.()} title={title} centered>
      <Text size="sm">{about}</Text>
      <List size="sm" my="sm">
        {[...unsaved].map(([id, section]) => (
          <List.Item key={id}>{section}</List.Item>
        ))}
      </List>
      <Deeds>
        <Button variant="default" onClick={() => proceed?.()}>
          {leave}
        </Button>
        <Button onClick={() => reset?.()} data-autofocus>
          {stay}
        </Button>
      </Deeds>
    </Dialog>
  )
}
