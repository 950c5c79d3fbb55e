import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isSame, type Value } from '#core/settings/configuration-diff.ts'
import { Refused } from '../../api.ts'
import { sentence } from '../../parts/sentence.ts'
import { tell } from '../../parts/told.tsx'
import { methodEditorWords as say } from '../../words/method-editor.ts'
import type { Method } from './levels-form.ts'
import { faultAt, fromMethodForm, type MethodForm, methodFaults, type Shown, toMethodForm } from './method-form.ts'
import { type SavedMethods, saveMethods } from './methods.ts'
import { useCurrency } from './use-status.ts'

/** The method that is edited, null for a new one, among all methods as they are saved. */
export type Edited = { readonly method: Method | null; readonly list: SavedMethods; close(): void }

/** A method as it is edited: what is typed, what is wrong with it, which zone stands open, and how it is saved (O9). */
export function useMethod({ method, list, close }: Edited) {
  const { rows: methods } = list
  const [form, setForm] = useState<MethodForm>(() => toMethodForm(method))
  const [tried, setTried] = useState(false)
  const [open, setOpen] = useState<number | null>(form.zones.length === 1 ? 0 : null)
  const currency = useCurrency()
  const entered = fromMethodForm(form, method, currency)
  const others = methods.filter(({ id }) => id !== method?.id)
  const wrong = methodFaults(entered, others, currency)
  const saving = useMutation({
    mutationFn: () =>
      saveMethods(others.length < methods.length ? methods.map(replacing(entered)) : [...methods, entered], list),
    onSuccess: () => {
      tell(say.saved(entered.name))
      close()
    },
  })
  const shown: Shown = (field, typed) => (tried || typed !== '' ? faultAt(wrong, field) : null)
  return {
    form,
    /** Somebody else changed or removed it since it was opened here. */
    moved: method !== null && !saving.isPending && !methods.some((each) => isSame(each as Value, method as Value)),
    currency,
    shown,
    open,
    setOpen,
    /** Which zones have something wrong, once saving was tried. */
    isWrong: (zone: number) => tried && zoneOfFault(wrong, zone),
    refusal: saving.error ? told(saving.error) : tried ? countWrong(wrong) : null,
    saving: saving.isPending,
    set: (change: Partial<MethodForm>) => {
      saving.reset()
      setForm({ ...form, ...change })
    },
    save: () => {
      setTried(true)
      const first = form.zones.findIndex((_, zone) => zoneOfFault(wrong, zone))
      if (first >= 0) setOpen(first)
      if (Object.keys(wrong).length === 0) saving.mutate()
    },
  }
}

const replacing =
  (entered: Method) =>
  (each: Method): Method =>
    each.id === entered.id ? entered : each

const zoneOfFault = (wrong: Readonly<Record<string, string>>, zone: number): boolean =>
  Object.keys(wrong).some((field) => field.startsWith(`zones[${zone}].`))

const countWrong = (wrong: Readonly<Record<string, string>>): string | null => {
  const count = Object.keys(wrong).length
  return count === 0 ? null : say.wrong(count)
}

const told = (error: Error): string =>
  error instanceof Refused && error.fields[0] ? sentence(error.fields[0].why) : error.message
