import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { openApart } from '#files/sheets/read-apart.ts'
import { spoiltFile } from '../make/fuzz-sheets.ts'
import { book, zipWith } from '../make/sheets.ts'

const folder = mkdtempSync(join(tmpdir(), 'millrace-apart-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a process of its own', () => {
  test('[T3] reads what a person brought, from a path and from memory, and leaves nothing behind', async () => {
    // A folder of its own: other tests read files at the same time.
    const before = process.env.TMPDIR
    process.env.TMPDIR = mkdtempSync(join(folder, 'own-'))
    onTestFinished(() => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    })
    const path = join(folder, 'tea.xlsx')
    const bytes = book({ rows: [['sku'], ['TEA']] }, { sharedTexts: true })
    writeFileSync(path, bytes)
    for (const source of [{ path }, { bytes }]) {
      const file = await openApart(source)
      const rows = []
      for await (const batch of file.rows(0)) rows.push(...batch)
      expect(rows.map(({ cells }) => cells)).toEqual([['sku'], ['TEA']])
      expect(readdirSync(tmpdir())).toHaveLength(1)
      file.close()
      expect(readdirSync(tmpdir())).toEqual([])
    }
  })

  test('[T3] a file that eats all its memory, or all its time, is refused in a sentence; the next one is read', async () => {
    const cells = (at: number) =>
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((column) => `<c r="${column}${at}" t="s"><v>0</v></c>`)
    const sheet = (rows: number) =>
      Array.from({ length: rows }, (_, at) => `<row r="${at + 1}">${cells(at + 1).join('')}</row>`).join('')
    const bytes = (rows: number, text: string) =>
      zipWith({
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet(rows)}</sheetData></worksheet>`,
        'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
      })
    const heavy = openApart({ bytes: bytes(200, 'x'.repeat(99_000)) }, { thinking: 60_000, memory: 24 })
    await expect(heavy).rejects.toThrow(/too much time or memory/)
    const slow = openApart({ bytes: bytes(20_000, 'x') }, { thinking: 20, memory: 192 })
    await expect(slow).rejects.toThrow(/too much time or memory/)
    const file = await openApart({ bytes: book({ rows: [['x']] }) })
    expect(file.sheets[0]?.head).toEqual([{ row: 1, cells: ['x'] }])
    file.close()
  })

  test('[T3] spoilt files are read or refused there too, and each of them alone', async () => {
    const ends: string[] = []
    for (let file = 0; file < 8; file++) {
      const opened = await openApart({ bytes: spoiltFile(file, 7) }).catch((error: Error) => error)
      ends.push(opened instanceof Error ? opened.name : 'read')
      if (!(opened instanceof Error)) opened.close()
    }
    expect(ends.filter((end) => end !== 'read' && end !== 'RefusedFile')).toEqual([])
    expect(new Set(ends).size).toBe(2)
  })

  test('[T3] what the reading process refuses is refused here with the same sentence', async () => {
    await expect(openApart({ bytes: Buffer.from('%PDF-1.4') })).rejects.toThrow(/is a PDF/)
  })
})
