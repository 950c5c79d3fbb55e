import { Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../session.ts'
import { errorWords as say } from '../../words/errors.ts'
import type { Group } from './error-api.ts'
import { useMending } from './Mending.tsx'

const IN_SETTINGS: Readonly<Record<string, string>> = { authorize: 'credentials', 'set-carrier': 'carriers' }

/** The button that mends a problem in place, or leads to where it is mended; who may not use it reads who can (E4). */
export function MendButton({ group }: { readonly group: Group }) {
  const may = { items: useMay('items:write'), settings: useMay('settings:write'), sees: useMay('settings:read') }
  switch (group.mend) {
    case 'map-sku':
      return may.items ? <Opens group={group} mend={group.mend} /> : <Needs text={say.needs['items:write']} />
    case 'choose-method':
    case 'set-level':
      return may.settings ? <Opens group={group} mend={group.mend} /> : <Needs text={say.needs['settings:write']} />
    case 'authorize':
    case 'set-carrier': {
      const hash = IN_SETTINGS[group.mend]
      if (!may.sees) return <Needs text={say.needs['settings:read']} />
      return (
        <Button variant="default" renderRoot={(props) => <Link to="/amazon" hash={hash} {...props} />}>
          {say.mend[group.mend]}
        </Button>
      )
    }
    case 'decide-cancellation':
    case 'close-cancelled':
      return group.count > 1 ? null : (
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/orders/$order" params={{ order: group.name }} {...props} />}
        >
          {say.mend[group.mend]}
        </Button>
      )
    default:
      return group.kind === 'connection' && group.mendedBy === 'merchant' && may.sees ? (
        <Button variant="default" renderRoot={(props) => <Link to="/amazon" hash="credentials" {...props} />}>
          {say.mend.authorize}
        </Button>
      ) : null
  }
}

type Opened = { readonly group: Group; readonly mend: 'map-sku' | 'choose-method' | 'set-level' }

function Opens({ group, mend }: Opened) {
  const open = useMending()
  return <Button onClick={() => open(group)}>{say.mend[mend]}</Button>
}

const Needs = ({ text }: { readonly text: string }) => (
  <Text size="sm" c="dimmed" maw={260} ta="right">
    {text}
  </Text>
)
