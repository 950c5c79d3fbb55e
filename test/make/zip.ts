import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A part of an archive; what it lies about, if anything. */
export type ZipPart = {
  readonly name: string
  readonly bytes: Buffer | string
  /** Claims another unpacked size. */
  readonly claims?: number
  /** Claims to be encrypted. */
  readonly locked?: boolean
  /** Lies on the part of this name: no bytes of its own. */
  readonly on?: string
}

/** An archive made by hand, so that a test can make it lie. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  const placed = new Map<string, { at: number; packed: Buffer }>()
  let at = 0
  for (const part of parts) {
    const bytes = Buffer.from(part.bytes)
    const lies = part.on === undefined ? undefined : placed.get(part.on)
    const packed = lies?.packed ?? deflateRawSync(bytes)
    const place = lies?.at ?? at
    const fields = { part, crc: crc32(bytes), packed: packed.length, size: part.claims ?? bytes.length }
    if (!lies) {
      const local = Buffer.concat([header(0x04034b50, fields), packed])
      body.push(local)
      placed.set(part.name, { at, packed })
      at += local.length
    }
    directory.push(header(0x02014b50, fields, place))
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...body, list, end])
}

type Fields = { readonly part: ZipPart; readonly crc: number; readonly packed: number; readonly size: number }

function header(sign: number, { part, crc, packed, size }: Fields, place?: number): Buffer {
  const name = Buffer.from(part.name)
  const central = place !== undefined
  const start = Buffer.alloc(central ? 46 : 30)
  const shift = central ? 2 : 0
  start.writeUInt32LE(sign, 0)
  start.writeUInt16LE(20, 4 + shift)
  start.writeUInt16LE(part.locked ? 1 : 0, 6 + shift)
  start.writeUInt16LE(8, 8 + shift)
  start.writeUInt32LE(crc, 14 + shift)
  start.writeUInt32LE(packed, 18 + shift)
  start.writeUInt32LE(size, 22 + shift)
  start.writeUInt16LE(name.length, 26 + shift)
  if (central) start.writeUInt32LE(place, 42)
  return Buffer.concat([start, name])
}

/** The parts of an archive that `zip` made, unpacked. */
export function zipParts(archive: Buffer): ZipPart[] {
  const parts: ZipPart[] = []
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const packed = archive.readUInt32LE(at + 18)
    const body = at + 30 + archive.readUInt16LE(at + 26)
    const name = archive.toString('utf8', at + 30, body)
    parts.push({ name, bytes: inflateRawSync(archive.subarray(body, body + packed)) })
    at = body + packed
  }
  return parts
}
