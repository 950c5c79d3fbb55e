import { useEffect } from 'react'

/** What the keys of the packing table do (S1). */
export type Keys = {
  up(): void
  down(): void
  carrier(): void
  part(): void
  undo(): void
  skip(): void
  help(): void
  choose(): void
}

const WITH_ALT: Readonly<Record<string, keyof Keys>> = {
  KeyC: 'carrier',
  KeyP: 'part',
  KeyZ: 'undo',
  KeyN: 'skip',
  KeyX: 'choose',
}

/**
 * Listens to the keys of the packing table. Arrows move wherever the hand is, but for fields that need them; letters count with Alt only,
 * since a scanner types letters; the question mark counts where it is typed into nothing.
 */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const does = meaningOf(event)
      if (does === null) return
      event.preventDefault()
      keys[does]()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

function meaningOf(event: KeyboardEvent): keyof Keys | null {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey) return null
  const on = event.target as HTMLElement
  if (on.closest('[role=dialog],[role=menu]')) return null
  if (event.altKey) return WITH_ALT[event.code] ?? null
  if (on.closest('[role=listbox],[aria-haspopup]')) return null
  const field = on.matches('input:not([type=checkbox]),textarea,select') ? (on as HTMLInputElement) : null
  if (event.key === '?') return field === null || field.value === '' ? 'help' : null
  if (field?.inputMode === 'decimal' || field?.inputMode === 'numeric') return null
  if (event.key === 'ArrowDown' || (!field && event.key === 'j')) return 'down'
  return event.key === 'ArrowUp' || (!field && event.key === 'k') ? 'up' : null
}
