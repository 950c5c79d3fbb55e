import { Alert, Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import type { Scope } from '#core/permissions.ts'
import type { ChangedSection } from '#core/settings/settings-change.ts'
import { useMay } from '../session.ts'
import { words } from '../words/en.ts'
import { Failed } from './Failed.tsx'
import { HistoryButton } from './HistoryButton.tsx'
import type { FieldFaults, SectionState } from './use-section.ts'

/** What the fields of a section are drawn from. */
export type Edit<Form> = {
  readonly form: Form
  set(change: Partial<Form>): void
  /** What is wrong with a field; null: nothing. */
  fault(field: string): string | null
}

type Shown<Form> = {
  readonly id: string
  readonly about: string
  /** Whose history its button opens, where one is kept. */
  readonly history?: ChangedSection
  readonly state: SectionState<Form>
  /** What saving it needs. */
  readonly needs?: Scope
  children(edit: Edit<Form>): ReactNode
}

const say = words.section

/** A section of settings: saves by itself, tells beside each field what is wrong, and says when it is saved (O9). */
export function Section<Form>({ id, about, history, state, needs = 'settings:write', children }: Shown<Form>) {
  const may = useMay(needs)
  const body = useRef<HTMLFieldSetElement>(null)
  const { form, faults } = state
  if (state.error) return <Failed error={state.error} again={state.again} />
  return (
    <section className="card section" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
          <div className="says">
            <Title order={2} id={`${id}-title`}>
              {state.title}
            </Title>
            <Text size="sm" c="dimmed" maw={720}>
              {about}
            </Text>
          </div>
          {history && <HistoryButton section={history} title={state.title} />}
        </Group>
      </header>
      {form === undefined ? (
        <Skeleton height={220} m="md" w="auto" aria-label={words.loading} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            state.save()
            requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
          }}
        >
          <fieldset ref={body} disabled={!may || state.saving}>
            {children({ form, set: state.set, fault: (field) => faults[field] ?? null })}
          </fieldset>
          <Foot
            state={state}
            may={may}
            faults={faults}
            cannot={needs === 'items:write' ? say.readOnlyItems : say.readOnly}
          />
        </form>
      )}
    </section>
  )
}

type Footed = {
  readonly state: SectionState<unknown>
  readonly may: boolean
  readonly faults: FieldFaults
  readonly cannot: string
}

function Foot({ state, may, faults, cannot }: Footed) {
  const wrong = Object.keys(faults).length
  return (
    <footer className="section-foot">
      {state.moved && (
        <Alert color="orange" p="xs" mb="xs">
          <Text size="sm">{say.moved}</Text>
        </Alert>
      )}
      {state.refusal && (
        <Text size="sm" c="red" role="alert" mb="xs">
          {state.refusal}
        </Text>
      )}
      <Group gap="xs">
        <Button type="submit" disabled={!may || !state.dirty} loading={state.saving}>
          {say.save}
        </Button>
        <Button variant="subtle" color="gray" disabled={!state.dirty || state.saving} onClick={state.discard}>
          {say.discard}
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {may ? (state.dirty ? (wrong > 0 ? say.wrong(wrong) : say.unsaved) : '') : cannot}
        </Text>
      </Group>
    </footer>
  )
}

/** One option: its control, and beside it what it does to an order, with an example. */
export function Option({
  explain,
  example,
  children,
}: {
  readonly explain: string
  readonly example?: string
  readonly children: ReactNode
}) {
  return (
    <div className="option">
      <div>{children}</div>
      <div>
        <Text size="sm" c="dimmed">
          {explain}
        </Text>
        {example && (
          <Text size="sm" c="dimmed" className="example">
            {say.example(example)}
          </Text>
        )}
      </div>
    </div>
  )
}
