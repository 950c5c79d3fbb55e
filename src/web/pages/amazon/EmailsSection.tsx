import { Checkbox, Text } from '@mantine/core'
import { checkEmailSettings, MAIL_KINDS, type MailKind, NO_EMAILS } from '#core/settings/email-settings.ts'
import { answer, api } from '../../api.ts'
import { timeText } from '../../format.ts'
import { Option, Section } from '../../parts/Section.tsx'
import { useSection } from '../../parts/use-section.ts'
import { emailWords as say } from '../../words/mails.ts'
import { faultsOf } from './form.ts'

type Form = {
  readonly sendDirectly: boolean
  readonly kinds: Record<MailKind, boolean>
  readonly confirmPolicy: boolean
  readonly confirmed: { readonly by: string; readonly at: string } | null
}

/** Who confirmed stays with the server; here it counts only whether somebody did. */
const savedBefore = ({ confirmed, kinds }: Form) =>
  confirmed === null
    ? NO_EMAILS
    : { sendDirectly: true, policyConfirmed: { by: confirmed.by, at: 0 }, kinds, invoicesFrom: null }

/** Which mails go to buyers; none, until somebody confirms to know Amazon's policy (O8). */
export function EmailsSection() {
  const state = useSection<Form>({
    title: say.title,
    key: ['settings', 'emails'],
    read: async (signal) => {
      const { sendDirectly, kinds, policyConfirmed } = await answer(api.GET('/api/v1/settings/emails', { signal }))
      return { sendDirectly, kinds, confirmPolicy: false, confirmed: policyConfirmed }
    },
    check: (form) => faultsOf(checkEmailSettings(form, savedBefore(form), { by: '', at: 0 })),
    save: ({ sendDirectly, kinds, confirmPolicy }) =>
      answer(api.PUT('/api/v1/settings/emails', { body: { sendDirectly, kinds, confirmPolicy } })),
  })
  return (
    <Section id="emails" history="emails" about={say.about} state={state}>
      {({ form, set, fault }) => (
        <>
          <Option explain={say.sendDirectly.explain} example={say.sendDirectly.example}>
            <Checkbox
              label={say.sendDirectly.label}
              checked={form.sendDirectly}
              onChange={({ currentTarget }) => set({ sendDirectly: currentTarget.checked, confirmPolicy: false })}
            />
            {form.sendDirectly && form.confirmed === null && (
              <Checkbox
                mt="sm"
                label={say.confirm}
                checked={form.confirmPolicy}
                onChange={({ currentTarget }) => set({ confirmPolicy: currentTarget.checked })}
                error={fault('confirmPolicy')}
              />
            )}
            {form.confirmed && (
              <Text size="sm" c="dimmed" mt="xs">
                {say.confirmed(form.confirmed.by, timeText(form.confirmed.at))}
              </Text>
            )}
          </Option>
          {MAIL_KINDS.map((kind) => (
            <Option key={kind} explain={say.kinds[kind].explain} example={say.kinds[kind].example}>
              <Checkbox
                label={say.kinds[kind].label}
                checked={form.kinds[kind]}
                disabled={!form.sendDirectly}
                onChange={({ currentTarget }) => set({ kinds: { ...form.kinds, [kind]: currentTarget.checked } })}
                error={fault(`kinds.${kind}`)}
              />
            </Option>
          ))}
        </>
      )}
    </Section>
  )
}
