import { type Problem, tell } from '../problems.ts'
import type { ImportOutcome } from './import-outcome.ts'

/** An inbound document that cannot be read is held with the field that is at fault; the original is kept (E1). */
export function unreadableDocument(documentId: number, fault: Problem): ImportOutcome {
  return {
    kind: 'held',
    problems: [fault],
    log: [
      { sentence: `Processing Document [${documentId.toLocaleString('en-US')}]`, level: 'note' },
      { sentence: `ERROR: ${tell(fault).sentence}`, level: 'error', code: fault.code, facts: fault.facts },
    ],
  }
}
