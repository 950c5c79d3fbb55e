import { faultOfBarcode } from '../catalog/barcode.ts'
import { bad, good, isSpoilt, type ReadCell, SPOILT } from './written-cell.ts'

/** Lengths of codes that begin with a zero, which a spreadsheet takes off. */
const WHOLE = [8, 12, 13, 14, 10]

/**
 * Reads a barcode as people write it, with blanks or hyphens; one that a spreadsheet has spoilt is refused with what to do. Where only
 * zeros at its beginning were lost and it was known before, it is that one (T5).
 */
export const readBarcode =
  (there: string | null) =>
  (cell: string): ReadCell<string> => {
    if (isSpoilt(cell)) return bad(SPOILT, KEEP)
    const code = cell
      .replace(/[\s\-\u2010-\u2015]/g, '')
      .replace(/\.0+$/, '')
      .toUpperCase()
    const fault = faultOfBarcode(code)
    if (fault === null || code === there) return good(code)
    if (there !== null && /^0+$/.test(there.slice(0, -code.length)) && there.endsWith(code)) return good(there)
    const whole = WHOLE.map((length) => code.padStart(length, '0')).find(
      (padded) => padded.length > code.length && faultOfBarcode(padded) === null,
    )
    if (whole === undefined || !/^\d{6,13}$/.test(code)) return bad(fault, 'write all its digits, or none')
    return bad(`${fault}; it may have lost its first zeros`, `write ${whole}, in a column formatted as text`)
  }

const KEEP = 'format the column as text and write all digits again, or take the Excel workbook that Export gives'
