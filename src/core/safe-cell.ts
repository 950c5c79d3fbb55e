/** What spreadsheets take for the beginning of a formula, also full-width and behind blanks that they skip. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n\0]/

/** Text for a cell that no spreadsheet takes for a formula: an apostrophe goes before it, and lines become one (D35). */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text).replace(/[\r\n\0]+/g, ' ')
