/** A line as text; garbled where it is not in the encoding that the report names. */
export type Decoded = { readonly text: string; readonly garbled: boolean }

/** Makes a line of bytes text. */
export type Decode = (line: Uint8Array) => Decoded

const NAMES: Readonly<Record<string, string>> = { cp1252: 'windows-1252', sjis: 'shift_jis', ms932: 'shift_jis' }

/**
 * The decoder of a report, or null for an encoding nobody knows. Without a name of the encoding a line is UTF-8 if it can be, else
 * western; so it is when western is named: bytes that read as UTF-8 are hardly ever anything else.
 */
export function reportDecoder(charset: string | null): Decode | null {
  const name = charset?.toLowerCase() ?? ''
  const decoder = charset === null ? western() : knownDecoder(NAMES[name] ?? name)
  if (!decoder) return null
  if (decoder.encoding === 'windows-1252') {
    const strict = new TextDecoder('utf-8', { fatal: true })
    return (line) => ({ text: decodeAs(strict, line) ?? decoder.decode(line), garbled: false })
  }
  return (line) => {
    const text = decoder.decode(line)
    return { text, garbled: text.includes('\ufffd') }
  }
}

type Decoder = InstanceType<typeof TextDecoder>

const western = (): Decoder => new TextDecoder('windows-1252')

function decodeAs(decoder: Decoder, line: Uint8Array): string | null {
  try {
    return decoder.decode(line)
  } catch {
    return null
  }
}

function knownDecoder(name: string): Decoder | null {
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}
