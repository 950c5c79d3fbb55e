import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { withNews } from '#core/settings/with-news.ts'
import { overtaken, queries, Refused } from '../api.ts'
import { words } from '../words/en.ts'
import { sentence } from './sentence.ts'
import { tell } from './told.tsx'
import { useUnsaved } from './unsaved.tsx'

/** What is wrong, by field. */
export type FieldFaults = Readonly<Record<string, string>>

/** A section of settings: how it is read as a form, checked as the server checks it, and saved (O9). */
export type SectionOf<Form> = {
  readonly title: string
  readonly key: readonly string[]
  read(signal: AbortSignal): Promise<Form>
  check(form: Form): FieldFaults
  /** What of it people change, where some of it comes from elsewhere: only that is anybody's to overwrite. */
  own?(form: Form): unknown
  save(form: Form): Promise<unknown>
}

/** The section as it stands under the hand. */
export type SectionState<Form> = {
  readonly title: string
  readonly form: Form | undefined
  readonly error: Error | null
  readonly dirty: boolean
  readonly saving: boolean
  /** Somebody else saved this section while it was being changed here. */
  readonly moved: boolean
  readonly faults: FieldFaults
  /** The whole refusal of the server, until something is changed. */
  readonly refusal: string | null
  set(change: Partial<Form>): void
  save(): void
  discard(): void
  again(): void
}

type Draft<Form> = { readonly form: Form; readonly from: Form }

/** Keeps what is typed apart from what is saved: news of the server never moves a field under the hand. */
export function useSection<Form>(of: SectionOf<Form>): SectionState<Form> {
  const [draft, setDraft] = useState<Draft<Form> | null>(null)
  const [refused, setRefused] = useState<Error | null>(null)
  const stored = useQuery({ queryKey: of.key, queryFn: ({ signal }) => of.read(signal) })
  const form = draft?.form ?? stored.data
  const same = (one: Form, other: Form) =>
    JSON.stringify(of.own?.(one) ?? one) === JSON.stringify(of.own?.(other) ?? other)
  const dirty = draft !== null && !same(draft.form, draft.from)
  useUnsaved(of.title, dirty)
  const drop = () => {
    setDraft(null)
    setRefused(null)
  }
  const readAgain = () =>
    queries.fetchQuery({ queryKey: of.key, queryFn: ({ signal }) => of.read(signal), staleTime: 0 })
  // What was not touched here shows theirs from now on, and the next try is against that.
  const showTheirs = (theirs: Form) =>
    setDraft((now) => now && { form: withNews(now.form, { from: now.from, theirs }), from: theirs })
  const saving = useMutation({
    mutationFn: async ({ form: wish, from: seen }: Draft<Form>) => {
      const stands = await readAgain()
      // It was saved, and the answer was lost on its way.
      if (same(stands, wish)) return
      if (!same(stands, seen)) throw overtaken()
      await of.save(wish)
      await readAgain()
    },
    onSuccess: () => {
      drop()
      tell(words.section.saved(of.title))
    },
    onError: async (error) => {
      if (isOvertaken(error)) await readAgain().then(showTheirs, () => {})
      setRefused(error)
    },
  })
  const faults = dirty && draft ? { ...refusedFields(refused), ...of.check(draft.form) } : refusedFields(refused)
  return {
    title: of.title,
    form,
    error: stored.data ? null : stored.error,
    dirty,
    saving: saving.isPending,
    moved: draft !== null && !saving.isPending && stored.data !== undefined && !same(stored.data, draft.from),
    faults,
    refusal: isOvertaken(refused) ? words.section.overtaken : (refused?.message ?? null),
    set: (change) => {
      if (form === undefined) return
      setRefused(null)
      setDraft({ form: { ...form, ...change }, from: draft?.from ?? form })
    },
    save: () => {
      if (draft && Object.keys(of.check(draft.form)).length === 0) saving.mutate(draft)
    },
    discard: drop,
    again: () => void stored.refetch(),
  }
}

const isOvertaken = (error: Error | null): boolean => error instanceof Refused && error.status === 412

const refusedFields = (error: Error | null): FieldFaults =>
  error instanceof Refused ? Object.fromEntries(error.fields.map(({ field, why }) => [field, sentence(why)])) : {}

export { sentence }
