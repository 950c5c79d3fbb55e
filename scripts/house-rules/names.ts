// A file's name says what is in it; these words say nothing.
import type { Finding } from './source-file.ts'

const empty = /^(managers?|helpers?|utils?|common|shared|handle|data|info|misc|services)$/

/** No empty word in the name of a file or folder of the program, its tests and its scripts. */
export function bannedNames(paths: readonly string[]): Finding[] {
  return paths
    .filter((path) => /^(src|test|scripts|bench|demo)\//.test(path))
    .flatMap((path) => path.split('/').flatMap((part) => bannedWord(part).map((word) => [path, word] as const)))
    .map(([at, word]) => ({ at, sentence: `"${word}" is a banned word in names: say what it is.` }))
}

function bannedWord(part: string): string[] {
  const stem = part.replace(/\.(test\.)?[a-z]+$/, '')
  const words = stem
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_.]/)
  const found = words.filter((word) => empty.test(word))
  if (words.length > 1 && words[0] === 'process') found.push('process')
  if (words.at(-1) === 'service') found.push('service')
  return found
}
