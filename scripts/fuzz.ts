// npm run fuzz: reads 100,000 spoilt spreadsheets and texts; each must be read or refused in a sentence, within 5 seconds.
// npm run fuzz -- --files N --seed S --from F: fewer, the same again, or from a file on.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzSheets } from '../test/make/fuzz-sheets.ts'

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '100000' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const files = Number(values.files)
const PIECE = 1000

let read = 0
let refused = 0
let faults = 0
for (let from = Number(values.from); from < Number(values.from) + files; from += PIECE) {
  const piece = await fuzzSheets(Math.min(PIECE, Number(values.from) + files - from), seed, from)
  read += piece.read
  refused += piece.refused
  for (const { file, why, bytes } of piece.faults) {
    const kept = join(import.meta.dirname, '..', '.cache', `fuzz-${seed}-${file}`)
    writeFileSync(kept, bytes)
    console.log(`File ${file} (kept as ${kept}): ${why}`)
    faults++
  }
  if ((from / PIECE) % 10 === 9)
    console.log(`${from + PIECE} files: ${read} read, ${refused} refused, ${faults} faults`)
}
console.log(`Seed ${seed}: ${read} read, ${refused} refused, ${faults} faults.`)
process.exitCode = faults > 0 ? 1 : 0
