import { Anchor, Button, Checkbox, Select, Stack, Text } from '@mantine/core'
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { withNews } from '#core/settings/with-news.ts'
import { LEVEL_NAMES } from '#core/shipping/service-level.ts'
import { answer, api, overtaken, queries } from '../../api.ts'
import { Deeds } from '../../parts/Deeds.tsx'
import { SidePanel } from '../../parts/Dialog.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { words } from '../../words/en.ts'
import { mendingWords } from '../../words/mending.ts'
import {
  checkLevels,
  FURTHER_LEVELS,
  LEVELS,
  type Level,
  type LevelsForm,
  PROPOSED,
  readLevels,
  sentLevels,
} from '../amazon/levels-form.ts'
import { type Group as ErrorGroup, numbersOf } from './error-api.ts'
import { RunLog } from './RunLog.tsx'
import { useRun } from './use-run.ts'

const say = mendingWords.method
const levelsQuery = queryOptions({ queryKey: ['settings', 'levels'], queryFn: ({ signal }) => readLevels(signal) })

/** Says in place what a level of Amazon becomes, or which methods are valid for one of ours, and runs the orders that waited (O9, O10, E4). */
export function MethodDrawer({ group, close }: { readonly group: ErrorGroup; close(): void }) {
  const level = String(group.facts.level ?? '')
  const stored = useQuery(levelsQuery)
  return (
    <SidePanel
      onClose={close}
      size="lg"
      title={group.code === 'unmapped-level' ? say.titleLevel(level) : say.title(level)}
    >
      {stored.error && <Failed error={stored.error} again={() => void stored.refetch()} />}
      {stored.data && <Choose group={group} level={level} stored={stored.data} close={close} />}
    </SidePanel>
  )
}

type Shown = {
  readonly group: ErrorGroup
  readonly level: string
  readonly stored: LevelsForm
  close(): void
}

function Choose({ group, level, stored, close }: Shown) {
  const [form, setForm] = useState<LevelsForm>(() => proposed(stored, level))
  const [seen, setSeen] = useState(stored)
  const { run, start, stop } = useRun()
  const [fault] = Object.values(checkLevels(form))
  const same = JSON.stringify(sentLevels(form)) === JSON.stringify(sentLevels(stored))
  const save = useMutation({
    mutationFn: async () => {
      const waiting = await numbersOf({ code: group.code, cause: group.cause })
      const stands = await queries.fetchQuery({ ...levelsQuery, staleTime: 0 })
      setSeen(stands)
      if (JSON.stringify(sentLevels(stands)) !== JSON.stringify(sentLevels(seen))) {
        setForm(withNews(form, { from: seen, theirs: stands }))
        throw overtaken()
      }
      await answer(api.PUT('/api/v1/settings/shipping', { body: sentLevels(form) }))
      await queries.invalidateQueries({ queryKey: ['settings'] })
      return waiting
    },
    onSuccess: (waiting) => void start('reprocess', waiting),
  })
  const ours = LEVELS.find((each) => LEVEL_NAMES[each] === level)
  const further = FURTHER_LEVELS.find((each) => each === level)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === undefined && !same && !run) save.mutate()
      }}
    >
      <Stack gap="md">
        {!run && further && <Becomes level={further} form={form} set={setForm} />}
        {!run && ours && <Methods level={ours} form={form} set={setForm} reasons={group.facts.reasons} />}
        {!ours && !further && <Text size="sm">{say.unknown}</Text>}
        {run && <RunLog run={run} stop={stop} />}
        <Deeds error={save.error?.message ?? fault}>
          <Button variant="default" onClick={close}>
            {run ? mendingWords.map.close : words.cancel}
          </Button>
          {!run && (ours || further) && (
            <Button type="submit" disabled={fault !== undefined || same} loading={save.isPending}>
              {say.save}
            </Button>
          )}
        </Deeds>
      </Stack>
    </form>
  )
}

/** With the console's proposal for a level that holds still (O10). */
function proposed(form: LevelsForm, level: string): LevelsForm {
  const further = FURTHER_LEVELS.find((each) => each === level)
  return further && form.further[further] === 'hold'
    ? { ...form, further: { ...form.further, [further]: PROPOSED[further] } }
    : form
}

type Change = { readonly form: LevelsForm; set(next: LevelsForm): void }

const Becomes = ({ level, form, set }: Change & { readonly level: (typeof FURTHER_LEVELS)[number] }) => (
  <Select
    label={say.becomes}
    data={[...LEVELS.map((each) => ({ value: each, label: LEVEL_NAMES[each] })), { value: 'hold', label: say.hold }]}
    value={form.further[level]}
    allowDeselect={false}
    onChange={(value) => value && set({ ...form, further: { ...form.further, [level]: value as Level | 'hold' } })}
    data-autofocus
  />
)

function Methods({ level, form, set, reasons }: Change & { readonly level: Level; readonly reasons: unknown }) {
  const rows = form.levels[level]
  return (
    <Stack gap="sm">
      {typeof reasons === 'string' && (
        <div>
          <Text size="sm" fw={600}>
            {say.reasons}
          </Text>
          <Text size="sm" c="dimmed">
            {reasons}
          </Text>
        </div>
      )}
      {rows.length === 0 && <Text size="sm">{say.noMethods}</Text>}
      <fieldset className="plain">
        <legend>{say.which}</legend>
        <Stack gap={8} mt={8}>
          {rows.map((row) => (
            <Checkbox
              key={row.methodId}
              label={form.methods.find(({ id }) => id === row.methodId)?.name ?? row.methodId}
              description={row.priority === '' ? undefined : say.priority(Number(row.priority))}
              checked={row.valid}
              onChange={({ currentTarget: { checked } }) =>
                set({
                  ...form,
                  levels: {
                    ...form.levels,
                    [level]: rows.map((each) => (each === row ? { ...each, valid: checked } : each)),
                  },
                })
              }
            />
          ))}
        </Stack>
      </fieldset>
      <Text size="sm" c="dimmed">
        {say.about}
      </Text>
      <Anchor size="sm" renderRoot={(props) => <Link to="/amazon" hash="methods" {...props} />}>
        {rows.length === 0 ? say.toMethods : say.limits}
      </Anchor>
    </Stack>
  )
}
