import { itemsWords } from '../../../words/items.ts'
import type { ItemListing } from '../item-api.ts'

const SILENCES: Readonly<Record<string, string>> = itemsWords.silences

/** Why a listing stands as it does, each reason once: what was refused, Amazon's remarks, why nothing is said of it. */
export function reasonsOf(row: ItemListing): readonly string[] {
  const told = row.fields.flatMap(({ problem }) => (problem ? [problem.sentence] : []))
  const held = row.now.flatMap(({ problems }) => problems.map(({ sentence }) => sentence))
  const remarks = row.issues.filter(({ severity }) => severity === 'ERROR').map(({ message }) => message)
  const news = remarks.filter((message) => !told.some((sentence) => sentence.includes(message)))
  const silent = row.standing === 'unlinked' ? [] : row.now.flatMap(({ silence }) => (silence ? [silence] : []))
  return [...new Set([...told, ...held, ...news, ...silent.flatMap((why) => SILENCES[why] ?? [])])]
}
