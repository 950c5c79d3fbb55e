import { Button, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { TEMPLATE_NAMES } from '#core/buyer-mails/words.ts'
import { checkThemes, type Theme } from '#core/settings/theme.ts'
import { answer, api } from '../../api.ts'
import { type Edit, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { themeWords as say } from '../../words/mails.ts'
import { faultsOf } from './form.ts'

type Form = { readonly themes: readonly Theme[] }
const NEW: Theme = { code: '', name: '', sender: '', template: '', service: { name: '', email: '', phone: '' } }
const TEMPLATES = TEMPLATE_NAMES.map((value) => ({ value, label: say.templates[value] ?? value }))
/** The server alone knows which themes orders carry: it refuses to remove those. */
const NONE: ReadonlySet<string> = new Set()

/** The screen branding themes: who the mails of an order come from (O7). */
export function ThemesSection() {
  const state = useSection<Form>({
    title: say.title,
    key: ['settings', 'theme-list'],
    read: async (signal) => ({ themes: (await answer(api.GET('/api/v1/themes', { signal }))).rows }),
    check: (form) => faultsOf(checkThemes(form.themes, NONE)),
    save: (form) =>
      answer(api.PUT('/api/v1/themes', { body: { themes: form.themes.map((each) => structuredClone(each)) } })),
  })
  return (
    <Section id="themes" history="themes" about={say.about} state={state}>
      {(edit) => (
        <div className="section-body">
          <Text size="sm" c="dimmed" className="example" mb="sm">
            {say.example}
          </Text>
          {edit.form.themes.length === 0 && (
            <Text size="sm" c="dimmed">
              {say.none}
            </Text>
          )}
          {edit.fault('themes') && (
            <Text size="sm" c="red" role="alert">
              {edit.fault('themes')}
            </Text>
          )}
          {edit.form.themes.map((theme, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a theme has no name of its own while it is typed.
            <OneTheme key={at} theme={theme} at={at} edit={edit} />
          ))}
          <Button mt="sm" variant="default" onClick={() => edit.set({ themes: [...edit.form.themes, NEW] })}>
            {say.add}
          </Button>
        </div>
      )}
    </Section>
  )
}

type One = { readonly theme: Theme; readonly at: number; readonly edit: Edit<Form> }

function OneTheme({ theme, at, edit: { form, set, fault } }: One) {
  const change = (part: Partial<Theme>) =>
    set({ themes: form.themes.map((each) => (each === theme ? { ...each, ...part } : each)) })
  const service = (part: Partial<Theme['service']>) => change({ service: { ...theme.service, ...part } })
  const text = (label: string, [field, value]: readonly [string, string], to: (value: string) => void) => (
    <TextInput
      label={label}
      value={value}
      onChange={({ currentTarget }) => to(currentTarget.value)}
      error={fault(`themes[${at}].${field}`)}
    />
  )
  return (
    <fieldset className="entry" aria-label={theme.name || say.unnamed}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="sm">
        {text(say.code, ['code', theme.code], (code) => change({ code }))}
        {text(say.name, ['name', theme.name], (name) => change({ name }))}
        {text(say.sender, ['sender', theme.sender], (sender) => change({ sender }))}
        <Select
          label={say.template}
          data={TEMPLATES}
          value={theme.template || (TEMPLATE_NAMES[0] ?? null)}
          onChange={(template) => template && change({ template })}
          error={fault(`themes[${at}].template`)}
          allowDeselect={false}
        />
        {text(say.serviceName, ['service.name', theme.service.name], (name) => service({ name }))}
        {text(say.serviceEmail, ['service.email', theme.service.email], (email) => service({ email }))}
        {text(say.servicePhone, ['service.phone', theme.service.phone], (phone) => service({ phone }))}
      </SimpleGrid>
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="gray"
          onClick={() => set({ themes: form.themes.filter((each) => each !== theme) })}
        >
          {say.remove(theme.name || say.unnamed)}
        </Button>
      </Group>
    </fieldset>
  )
}
