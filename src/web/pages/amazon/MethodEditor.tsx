import { Alert, Button, Group, Text } from '@mantine/core'
import { useRef } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { words } from '../../words/en.ts'
import { methodEditorWords as say } from '../../words/method-editor.ts'
import { MethodLimits } from './MethodLimits.tsx'
import type { MethodForm, Shown } from './method-form.ts'
import { TypedOption } from './TypedOption.tsx'
import { type Edited, useMethod } from './use-method.ts'
import { ZonesField } from './ZonesField.tsx'

/** Makes or changes a shipping method with its zones, rates and limits; checked as it is typed, by the server's own rules (O9). */
export function MethodEditor(edited: Edited) {
  const { method, close } = edited
  const { form, set, shown, save, saving, refusal, moved, ...zoned } = useMethod(edited)
  const body = useRef<HTMLFormElement>(null)
  return (
    <Dialog
      onClose={close}
      title={method ? say.editing(method.name) : say.adding}
      size={920}
      closeOnClickOutside={false}
      styles={{ body: { padding: 0 } }}
    >
      <form
        ref={body}
        className="section"
        onSubmit={(event) => {
          event.preventDefault()
          save()
          requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
        }}
      >
        <Names form={form} shown={shown} set={set} isNew={method === null} />
        <ZonesField {...zoned} zones={form.zones} shown={shown} set={(zones) => set({ zones })} />
        <MethodLimits form={form} shown={shown} set={set} />
        <footer className="stays">
          {moved && (
            <Alert color="orange" p="xs" mb="xs">
              <Text size="sm">{say.moved}</Text>
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            {refusal && (
              <Text size="sm" c="red" role="alert" className="grows">
                {refusal}
              </Text>
            )}
            <Button variant="default" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={saving}>
              {say.save}
            </Button>
          </Group>
        </footer>
      </form>
    </Dialog>
  )
}

type Named = {
  readonly form: MethodForm
  readonly shown: Shown
  readonly isNew: boolean
  set(change: Partial<MethodForm>): void
}

const Names = ({ form, shown, isNew, set }: Named) => (
  <>
    {(['name', 'id', 'carrier'] as const).map((field) => (
      <TypedOption
        key={field}
        say={say[field]}
        value={form[field]}
        error={shown(field, form[field])}
        disabled={field === 'id' && !isNew}
        change={(text) => set({ [field]: text })}
      />
    ))}
  </>
)
