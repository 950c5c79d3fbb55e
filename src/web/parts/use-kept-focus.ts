import { useEffect } from 'react'

/** A button that rests while it works loses the focus to the page: when it can be pressed again it has it back, unless a hand has gone elsewhere. */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: EventTarget | null = null
    const remember = (event: FocusEvent) => {
      last = event.target
    }
    const watcher = new MutationObserver((changes) => {
      const isBack = changes.some(({ target }) => target === last && !(target as Element).matches(':disabled'))
      if (isBack && document.activeElement === document.body) (last as HTMLElement).focus({ preventScroll: true })
    })
    addEventListener('focusin', remember)
    watcher.observe(document.body, { subtree: true, attributeFilter: ['disabled'] })
    return () => {
      removeEventListener('focusin', remember)
      watcher.disconnect()
    }
  }, [])
}
