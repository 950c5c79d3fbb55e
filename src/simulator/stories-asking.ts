import { line, placed, type Story } from './story.ts'

const mug = placed('USPS-FIRST', { 'MUG-BLUE': 1 })

/**
 * Buyers who ask for something and leave the answer to the seller. Not part of the day unless it is started with
 * `cancelRequests`, since a product that does not read the request yet comes to another end.
 */
export const ASKING_STORIES: readonly Story[] = [
  {
    // Nothing is cancelled by asking: the order must stop and wait for a person.
    archetype: 'buyer asks to cancel',
    draft: { lines: [line('MUG-BLUE')] },
    end: mug,
    change: {
      wait: 'later',
      alteration: { requestCancellation: { reason: 'Ordered by mistake' } },
      end: { ...mug, stage: 'Hold' },
    },
  },
]
