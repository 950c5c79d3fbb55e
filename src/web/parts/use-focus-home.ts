import { useEffect, useState } from 'react'

/** What was in focus when a dialog came: of a menu, whose items go with it, the button that opens it. */
function cameFrom(): Element | null {
  const from = document.activeElement
  const menu = from?.closest('[role=menu]')
  return menu ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : from
}

const takesFocus = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element !== document.body && element.isConnected && !element.matches(':disabled')

/** Where the last dialogs came from, the newest first: one that another one follows has gone with its button. */
let homes: readonly (Element | null)[] = []
const KEPT = 4

/** Back to where somebody was; where that has gone, to the dialog below, else to what opened the one before, else to the page. */
function giveBack(from: Element | null): void {
  if (takesFocus(document.activeElement)) return
  const below = [...document.querySelectorAll('[role=dialog]')].at(-1)
  const to = takesFocus(from) ? from : (below ?? homes.find(takesFocus) ?? document.getElementById('page'))
  if (to instanceof HTMLElement) to.focus({ preventScroll: true })
}

/** Who closes a dialog is where they were before it: its opener has the focus again (11 of the console's rules). */
export function useFocusHome(): void {
  const [from] = useState(cameFrom)
  useEffect(() => {
    homes = [from, ...homes].slice(0, KEPT)
    return () => void setTimeout(() => giveBack(from))
  }, [from])
}
