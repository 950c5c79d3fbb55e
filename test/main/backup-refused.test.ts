import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { nameOf, vaultOf } from '#main/backup/backup-files.ts'
import { openFrames, sealFrames } from '#main/backup/frames.ts'
import { checkBackup } from '#main/backup/read-backup.ts'
import { backUp, backupFolder, emptyDatabase, KEY, restoreInto } from '../make/backups.ts'
import type { TestDatabase } from '../make/database.ts'
import { dumpTables } from '../make/database-dump.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }] }
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')

/** A seller with an order, and a backup of it. */
async function backedUp() {
  const seller = await makeSeller()
  seller.control.placeOrder(MUG)
  await seller.pass(11 * MINUTE)
  return { seller, file: await backUp(seller) }
}

/** Of a newer program, or of one whose migrations were others. */
async function refusedByPrograms(now: () => number, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mr-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const names = readdirSync(MIGRATIONS).sort()
  for (const name of names.slice(0, -1)) cpSync(join(MIGRATIONS, name), join(folder, name))
  const database = await emptyDatabase()
  const plan = { file, now, migrations: folder }
  await expect(restoreInto(database, plan)).rejects.toThrow(/newer program .* Update Millrace/)
  writeFileSync(join(folder, names.at(-1) ?? ''), '-- Another one.\n')
  await expect(restoreInto(database, plan)).rejects.toThrow(/does not fit this program/)
  expect(await dumpTables(database)).toEqual({})
}

describe('a backup that is not put back', () => {
  test('[M5] for another key, another mode, another file, another program, a deployment that is there, or one that runs', async () => {
    const { seller, file } = await backedUp()
    await refusedByPrograms(seller.deps.now, file)
    seller.control.advance(MINUTE)
    const second = await backUp(seller, dirname(file))
    const database = await emptyDatabase()
    const now = seller.deps.now
    const refusals: [RegExp, Parameters<typeof restoreInto>[1], TestDatabase?][] = [
      [/made with another key/, { file, now, keys: [Buffer.alloc(32, 8)] }],
      [/backup of demo mode, and this deployment is in real mode/, { file, now, mode: 'real' }],
      [/made with another key/, { file, now, keys: [] }],
      [/not of the same backup/, { file, now, vault: vaultOf(second) }],
      [/is the vault file of a backup/, { file: vaultOf(file) ?? '', now, vault: null }],
      [/is the main file of a backup/, { file, now, vault: file }],
      [/There is no file/, { file: `${file}x`, now, vault: null }],
      [/Millrace is running/, { file, now, replace: true }, seller.database],
    ]
    for (const [sentence, plan, into = database] of refusals)
      await expect(restoreInto(into, plan), String(sentence)).rejects.toThrow(sentence)
    expect(await dumpTables(database)).toEqual({})
    await restoreInto(database, { file, now })
    await expect(restoreInto(database, { file, now })).rejects.toThrow(/There is a deployment in this database already/)
    await restoreInto(database, { file: second, now, replace: true })
  })

  test('[U3] whatever is changed, cut off, added or moved in a file, anywhere', async () => {
    const { seller, file } = await backedUp()
    const whole = readFileSync(file)
    const spoiled = join(dirname(file), 'spoiled.backup')
    const check = () => checkBackup({ file: spoiled, part: 'main', keys: [KEY] })
    writeFileSync(spoiled, whole)
    expect((await check()).head.mode).toBe('demo')
    for (let at = 0; at < whole.length; at += 1 + Math.floor(whole.length / 60)) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(spoiled, changed)
      await expect(check(), `byte ${at}`).rejects.toThrow(/backup|key/)
      writeFileSync(spoiled, whole)
      truncateSync(spoiled, at)
      await expect(check(), `cut at ${at}`).rejects.toThrow(/backup/)
    }
    writeFileSync(spoiled, Buffer.concat([whole, whole]))
    await expect(check()).rejects.toThrow(/changed or damaged/)
    const database = await emptyDatabase()
    writeFileSync(spoiled, Buffer.concat([whole.subarray(0, -20), Buffer.alloc(20)]))
    await expect(restoreInto(database, { file: spoiled, now: seller.deps.now, vault: null })).rejects.toThrow(/damaged/)
    expect(await dumpTables(database)).toEqual({})
  })

  test('[U3] frames in another order, doubled, left out, or of another file do not open', async () => {
    const one = async function* (size: number) {
      yield Buffer.alloc(size, 'quill')
    }
    const seal = async (size: number) => {
      const parts: Buffer[] = []
      for await (const part of sealFrames(one(size), KEY, 'main')) parts.push(part)
      return parts
    }
    const open = async (parts: readonly (Buffer | undefined)[]) => {
      let length = 0
      const source = async function* () {
        for (const part of parts) if (part) yield part
      }
      for await (const part of openFrames(source(), [KEY], 'main')) length += part.length
      return length
    }
    const [head, a, b, c, last, ...none] = await seal(4 * 65_536 - 10)
    expect(none).toEqual([])
    const other = await seal(4 * 65_536 - 10)
    expect(await open([head, a, b, c, last])).toBe(4 * 65_536 - 10)
    expect(await open(await seal(0))).toBe(0)
    expect(await open(await seal(65_536))).toBe(65_536)
    for (const wrong of [
      [head, b, a, c, last],
      [head, a, a, b, c, last],
      [head, a, c, last],
      [head, a, b, c],
      [head, a, b, last],
      [head, a, b, c, c, last],
      [head, a, other[2], c, last],
      [other[0], a, b, c, last],
      [head, a, b, c, last, last],
    ])
      await expect(open(wrong)).rejects.toThrow(/damaged|cut off/)
  })
})

test('[U4] a backup that breaks off after its vault was written leaves nothing of it behind', async () => {
  const { deps, database } = await makeSeller()
  const folder = backupFolder()
  const at = deps.now()
  // Asked once the folder is prepared: of the two files only the second cannot be written.
  const now = () => {
    writeFileSync(join(folder, `${nameOf('demo', 'main', at)}.partial`), '')
    return at
  }
  await expect(backUp({ database, deps: { ...deps, now } }, folder)).rejects.toThrow(/EEXIST/)
  expect(readdirSync(folder)).toEqual([])
})
