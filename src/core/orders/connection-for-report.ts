import type { Connection } from '../connection.ts'
import { failed, ok, type Result } from '../problems.ts'
import { columnName, type ReportRow } from './order-report.ts'

type Head = { readonly header: readonly string[]; readonly rows: readonly ReportRow[] }

/**
 * Whose report it is: of the only connection that works by files, else of the only one that works; of several, the one that sells in the
 * marketplace that the report names first. A report itself names no seller (H1).
 */
export function connectionForReport(connections: readonly Connection[], report: Head): Result<Connection> {
  const byFiles = connections.filter(({ state }) => state === 'by-files')
  const live = byFiles.length > 0 ? byFiles : connections.filter(({ state }) => state === 'authorized')
  const [first, ...others] = live
  if (!first) {
    const [ended] = connections
    return ended ? failed('authorization-over', { connection: ended.id }) : failed('report-without-connection')
  }
  if (others.length === 0) return ok(first)
  const channel = firstChannel(report)
  const named = live.filter(({ marketplaces }) => marketplaces.some(({ name }) => name.toLowerCase() === channel))
  const [only, ...more] = named
  if (only && more.length === 0) return ok(only)
  return failed('report-of-which', { connections: live.map(({ id }) => id).join(', ') })
}

function firstChannel({ header, rows }: Head): string {
  const at = header.findIndex((head) => columnName(head) === 'sales-channel')
  return (
    rows
      .map(({ cells }) => cells[at]?.trim() ?? '')
      .find((cell) => cell !== '')
      ?.toLowerCase() ?? ''
  )
}
