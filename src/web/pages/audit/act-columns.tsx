import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { actWords } from '#core/audit/acts.ts'
import { timeText } from '../../format.ts'
import type { Column } from '../../parts/ListTable.tsx'
import { auditWords as say } from '../../words/audit.ts'
import { type Act, aboutText } from './audit-api.ts'

/** When, who, what, and about what: the columns of every list of acts. */
export const ACT_COLUMNS: readonly Column<Act>[] = [
  { head: say.columns.at, cell: ({ at }) => timeText(at) },
  { head: say.columns.who, cell: ({ who }) => who },
  { head: say.columns.what, cell: ({ act }) => actWords(act) },
  { head: say.columns.about, wraps: true, cell: (act) => <About act={act} /> },
]

/** The first order leads to its page; what else is told stands beside it. */
function About({ act }: { readonly act: Act }) {
  const [first] = act.orders
  if (first === undefined) return aboutText(act)
  const rest = { ...act, orders: act.orders.slice(1) }
  return (
    <>
      <Link to="/orders/$order" params={{ order: String(first) }}>
        {say.order(first)}
      </Link>{' '}
      <Text span c="dimmed" inherit>
        {aboutText(rest, '')}
      </Text>
    </>
  )
}
