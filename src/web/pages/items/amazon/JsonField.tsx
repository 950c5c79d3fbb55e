import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { itemsWords } from '../../../words/items.ts'
import type { Field } from './field.ts'

const say = itemsWords.amazon

const written = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 2))

/** What no control fits is changed as Amazon writes it, and nothing of it is lost (T1). */
export function JsonField({ label, required, value, path, faultAt, change }: Omit<Field, 'root' | 'part'>) {
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && read(typed) === BROKEN
  return (
    <Textarea
      label={label}
      withAsterisk={required}
      description={say.asJson}
      autosize
      minRows={2}
      maxRows={14}
      spellCheck={false}
      styles={{ input: { fontFamily: 'monospace' } }}
      value={typed ?? written(value)}
      error={wrong ? say.notJson : faultAt(path)}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        const next = read(currentTarget.value)
        if (next !== BROKEN) change(next)
      }}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}

const BROKEN = Symbol('no JSON')
function read(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return BROKEN
  }
}
