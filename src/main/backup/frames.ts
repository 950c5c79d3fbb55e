import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { BackupRefusal } from './refusal.ts'

/** What one file of a backup holds: everything but buyer data, or the vault. */
export type BackupPart = 'main' | 'vault'

type Chunks = AsyncIterable<Buffer>

const MAGIC = Buffer.from('MILLRACE BACKUP 1\n')
const SALT = 32
const CHECK = 16
const HEAD = MAGIC.length + SALT + CHECK
const FRAME = 64 * 1024
const TAG = 16
/** The highest bit of a frame's length says that it is the last one. */
const LAST = 0x80000000

/**
 * Seals a stream in frames of 64 KiB (AES-256-GCM). Each file has a key of its own, drawn from the deployment's key and a salt; each
 * frame is bound to its number and to whether it is the last, so that one that is changed, moved, doubled, taken from another file or
 * cut off is seen (D36, D47).
 */
export async function* sealFrames(chunks: Chunks, master: Buffer, part: BackupPart): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const { key, check } = keysOf(master, salt, part)
  yield Buffer.concat([MAGIC, salt, check])
  let number = 0
  let waiting: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    waiting.push(chunk)
    size += chunk.length
    if (size <= FRAME) continue
    const all = Buffer.concat(waiting)
    let at = 0
    for (; all.length - at > FRAME; at += FRAME)
      yield sealFrame(key, { number: number++, isLast: false }, all.subarray(at, at + FRAME))
    waiting = [all.subarray(at)]
    size = all.length - at
  }
  yield sealFrame(key, { number, isLast: true }, Buffer.concat(waiting))
}

/** Opens what `sealFrames` made; a wrong key, and any change of the file, is a refusal that says which. */
export async function* openFrames(
  chunks: Chunks,
  masters: readonly Buffer[],
  part: BackupPart,
): AsyncGenerator<Buffer> {
  const source = reader(chunks)
  const key = findKey(await source.take(HEAD), masters, part)
  for (let number = 0; ; number++) {
    const head = (await source.take(4)).readUInt32BE()
    const isLast = (head & LAST) !== 0
    const length = (head & ~LAST) >>> 0
    if (length > FRAME) throw damaged()
    const sealed = await source.take(length + TAG)
    yield openFrame(key, { number, isLast }, sealed)
    if (!isLast) continue
    if (!(await source.isOver())) throw damaged()
    return
  }
}

type Place = { readonly number: number; readonly isLast: boolean }

/** Every file has its own key, so a counter is a nonce that never comes twice. */
function nonceOf({ number, isLast }: Place): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 0, 6)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

function sealFrame(key: Buffer, place: Place, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG })
  const head = Buffer.alloc(4)
  head.writeUInt32BE((plain.length | (place.isLast ? LAST : 0)) >>> 0)
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openFrame(key: Buffer, place: Place, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG })
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
  } catch {
    throw damaged()
  }
}

function keysOf(master: Buffer, salt: Buffer, part: BackupPart) {
  const drawn = Buffer.from(hkdfSync('sha256', master, salt, `millrace backup ${part}`, 32 + CHECK))
  return { key: drawn.subarray(0, 32), check: drawn.subarray(32) }
}

function findKey(head: Buffer, masters: readonly Buffer[], part: BackupPart): Buffer {
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new BackupRefusal('This file is not a backup of Millrace.')
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT)
  const told = head.subarray(MAGIC.length + SALT)
  for (const master of masters) {
    const { key, check } = keysOf(master, salt, part)
    if (timingSafeEqual(check, told)) return key
    if (masters.some((each) => timingSafeEqual(keysOf(each, salt, other(part)).check, told)))
      throw new BackupRefusal(`This is the ${other(part)} file of a backup; the ${part} file is wanted here.`)
  }
  throw new BackupRefusal(
    'This backup was made with another key. Set MILLRACE_KEY_FILE to a copy of the key of the deployment that made it.',
  )
}

const other = (part: BackupPart): BackupPart => (part === 'main' ? 'vault' : 'main')

const damaged = () => new BackupRefusal('This backup was changed or damaged: nothing of it is used. Take another one.')

function reader(chunks: Chunks) {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  const pull = async (): Promise<boolean> => {
    const { done, value } = await source.next()
    if (done) return false
    held.push(value)
    size += value.length
    return true
  }
  return {
    async take(wanted: number): Promise<Buffer> {
      while (size < wanted)
        if (!(await pull()))
          throw new BackupRefusal(
            'This backup is cut off: its end is missing. Nothing of it is used. Take another one.',
          )
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held)
      held = [all.subarray(wanted)]
      size = all.length - wanted
      return all.subarray(0, wanted)
    },
    async isOver(): Promise<boolean> {
      return size === 0 && !(await pull())
    },
  }
}
