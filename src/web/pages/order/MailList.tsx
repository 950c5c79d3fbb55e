import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DECIDABLE, MAIL_DECISIONS, type MailDecision } from '#core/buyer-mails/buyer-mail.ts'
import { faultOfText, LONGEST_TEXT } from '#core/buyer-mails/check-mail-wish.ts'
import { MAIL_KINDS, type MailKind } from '#core/settings/email-settings.ts'
import { answer, api, queries } from '../../api.ts'
import { timeText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { Ask } from '../../parts/Ask.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { tell, tellError } from '../../parts/told.tsx'
import { useMay } from '../../session.ts'
import { buyerMailWords } from '../../words/buyer-mails.ts'
import { orderWords } from '../../words/order.ts'

type Order = components['schemas']['Order']
type Mail = components['schemas']['BuyerMail']
const say = buyerMailWords
const again = () => queries.invalidateQueries({ queryKey: ['order'] })

/** Mails to the buyer: what was asked for and how far it is, what must still be said of it, and a new one (O8). */
export function MailList({ order }: { readonly order: Order }) {
  const may = useMay('orders:write')
  const [asks, setAsks] = useState(false)
  const number = String(order.orderNumber)
  const list = useQuery({
    queryKey: ['order', number, 'mails'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/orders/{order}/mails', { signal, params: { path: { order: number } } })),
  })
  const rows = list.data?.rows ?? []
  return (
    <Stack className="card" p="md" gap="sm" component="section" aria-labelledby="mails">
      <Group justify="space-between">
        <Title order={2} id="mails">
          {say.title}
        </Title>
        {may && !order.fulfilledByAmazon && (
          <Button variant="default" size="compact-sm" onClick={() => setAsks(true)}>
            {say.write}
          </Button>
        )}
      </Group>
      {list.error && <Failed error={list.error} again={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {say.none}
        </Text>
      )}
      {rows.map((mail) => (
        <One key={mail.mailId} mail={mail} may={may} />
      ))}
      {asks && <WriteMail order={number} close={() => setAsks(false)} />}
    </Stack>
  )
}

function One({ mail, may }: { readonly mail: Mail; readonly may: boolean }) {
  const decide = useMutation({
    mutationFn: (decision: MailDecision) => {
      const params = { path: { mailId: String(mail.mailId) } }
      return answer(api.POST('/api/v1/buyer-mails/{mailId}/decision', { params, body: { decision } }))
    },
    onSuccess: again,
    onError: tellError,
  })
  const decisions = MAIL_DECISIONS.filter((each) => DECIDABLE[each].includes(mail.state))
  return (
    <div>
      <Text size="sm" fw={550}>
        {[say.kinds[mail.kind], say.states[mail.state]].join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {orderWords.refund.byWhom(mail.askedBy, timeText(mail.askedAt))}
      </Text>
      {mail.problem && (
        <Text size="xs" c="red">
          {mail.problem.sentence}
        </Text>
      )}
      {may && decisions.length > 0 && (
        <Group gap={6} mt={4}>
          {decisions.map((decision) => (
            <Button
              key={decision}
              variant="default"
              size="compact-xs"
              loading={decide.isPending && decide.variables === decision}
              onClick={() => decide.mutate(decision)}
            >
              {say.decisions[decision]}
            </Button>
          ))}
        </Group>
      )}
    </div>
  )
}

function WriteMail({ order, close }: { readonly order: string; close(): void }) {
  const [kind, setKind] = useState<MailKind>('question')
  const [text, setText] = useState('')
  const withText = kind !== 'invoice'
  const fault = withText && text.trim() !== '' ? faultOfText(text) : null
  const run = async () => {
    const body = { kind, text: withText ? text : '' }
    await answer(api.POST('/api/v1/orders/{order}/mails', { params: { path: { order } }, body }))
    await again()
    tell(say.asked)
  }
  const lacks = withText && (text.trim() === '' || fault !== null)
  return (
    <Ask title={say.writeTitle} does={say.send} size="lg" disabled={lacks} run={run} close={close}>
      <Text size="sm" c="dimmed">
        {say.why}
      </Text>
      <Select
        label={say.kind}
        data={MAIL_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        value={kind}
        onChange={(value) => value && setKind(value as MailKind)}
        allowDeselect={false}
        description={say.about[kind]}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      {withText && (
        <Textarea
          label={say.text}
          description={say.textWhy}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fault === null ? undefined : say.fault(fault)}
          maxLength={LONGEST_TEXT}
          autosize
          minRows={4}
          maxRows={12}
          autoComplete="off"
          data-autofocus
        />
      )}
    </Ask>
  )
}
