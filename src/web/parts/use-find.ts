import { useEffect, useRef, useState } from 'react'

/** What is typed is looked for after this pause, in milliseconds. */
const PAUSE = 300

/** A field that searches while somebody types: what they type is theirs, and what the address says anew, by Back or by a link, stands in it. */
export function useFind(stands: string, find: (text: string) => void) {
  const [typed, setTyped] = useState(stands)
  const asked = useRef(stands)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (stands === asked.current) return
    clearTimeout(timer.current)
    asked.current = stands
    setTyped(stands)
  }, [stands])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const wish = text.trim()
      if (wish === asked.current) return
      asked.current = wish
      find(wish)
    }, PAUSE)
  }
  return { typed, type }
}
