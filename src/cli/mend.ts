import { type Problem, tell } from '#core/problems.ts'
import { FURTHER_LEVELS, LEVEL_NAMES, LEVELS } from '#core/shipping/service-level.ts'
import type { InboundDocument } from '#store/documents.ts'
import { quoted } from './table.ts'

/** The command that mends a problem of a document, or null where only waiting helps (E4). */
export function mendingCommand(
  problem: Problem,
  { documentId, connection, reference }: InboundDocument,
): string | null {
  const fact = (name: string) => String(problem.facts[name] ?? '')
  switch (tell(problem).mend) {
    case 'map-sku':
      return problem.code === 'ratio-splits-pack'
        ? `./millrace mapping add ${quoted(fact('sku'))} ${quoted(fact('item'))} --ratio AMAZON:OURS`
        : `./millrace mapping add ${quoted(fact('sku'))} ITEM`
    case 'set-level':
      return FURTHER_LEVELS.some((level) => level === fact('level'))
        ? `./millrace level set ${fact('level')} standard`
        : null
    case 'choose-method':
      return `./millrace level set ${levelNamed(fact('level'))} METHOD ...   (./millrace method list; settings show)`
    case 'edit-item':
      return './millrace item save FILE.json'
    case 'authorize': {
      const [region = '', ...seller] = connection.split('-')
      return `./millrace connect --region ${region} --seller ${seller.join('-')}`
    }
    case 'decide-cancellation':
      return `./millrace orders cancel ${reference} --reason REASON   (or ./millrace orders ship-anyway ${reference})`
    case 'close-cancelled':
      return `./millrace orders move ${reference} --to Rejected --reason returned --restock all`
    case 'look':
      return `./millrace errors download ${documentId}`
    default:
      return null
  }
}

const levelNamed = (name: string): string => LEVELS.find((level) => LEVEL_NAMES[level] === name) ?? 'LEVEL'

/** Who mends a problem, as a sentence (E4). */
export function whoMends(problem: Problem): string {
  const { mendedBy, retryHelps } = tell(problem)
  const who = {
    merchant: 'You mend it',
    operator: 'The operator mends it',
    amazon: 'Amazon mends it',
    nobody: retryHelps ? 'It mends itself' : 'There is nothing to mend',
  }[mendedBy]
  return `${who}; trying again without a change ${retryHelps ? 'may help' : 'does not help'}.`
}
