import { STOCK_REASONS, type StockReason } from '../inventory/shelf-move.ts'
import { bad, good, type ReadCell } from './written-cell.ts'

/** Reads why stock moved, whatever stands between its words (T5). */
export function readReason(cell: string): ReadCell<StockReason> {
  const word = cell.toLowerCase().replace(/[\s_]+/g, '-')
  const found = STOCK_REASONS.find((reason) => reason === word)
  return found ? good(found) : bad('is none of the reasons', `write one of ${STOCK_REASONS.join(', ')}`)
}
