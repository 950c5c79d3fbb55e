/** How much of an untrusted spreadsheet is read (security-dpp 8, files in): beyond it the file is refused in a sentence. */
export const LIMITS = {
  /** Bytes of the file as it came. */
  fileBytes: 100 * 1024 * 1024,
  /** Parts of an archive; a workbook has some tens. */
  parts: 5000,
  /** Bytes of one part and of all parts together, once unpacked. */
  partBytes: 1024 ** 3,
  allBytes: 1.5 * 1024 ** 3,
  sheets: 200,
  rows: 1_048_576,
  columns: 2000,
  cellCharacters: 100_000,
  rowCharacters: 4_000_000,
  texts: 5_000_000,
  /** Bytes of the workbook's texts kept in memory; more lie in a temporary file. */
  textsInMemory: 8 * 1024 * 1024,
} as const
