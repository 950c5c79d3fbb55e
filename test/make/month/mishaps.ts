import type { Control } from '../../../src/simulator/control.ts'
import type { FaultOrder } from '../../../src/simulator/fault-kinds.ts'
import type { Random } from '../../../src/simulator/random.ts'
import { SILENT } from './silence.ts'

/** What may befall a turn of work, beside what befalls its calls. */
export type Mishap =
  | 'killed'
  | 'lost'
  | 'frozen'
  | 'database stopped'
  | 'database killed'
  | 'disk full'
  | 'clock ahead'
  | 'clock behind'
  | 'newer version'

/** How often each befalls a turn. */
const SHARES: Readonly<Record<Mishap, number>> = {
  killed: 0.03,
  lost: 0.03,
  frozen: 0.02,
  'database stopped': 0.004,
  'database killed': 0.006,
  'disk full': 0.006,
  'clock ahead': 0.02,
  'clock behind': 0.02,
  'newer version': 0.004,
}

/** Draws what befalls the next turn; mostly nothing. */
export function drawMishap(chance: Random): Mishap | null {
  let left = chance.fraction()
  for (const [mishap, share] of Object.entries(SHARES)) {
    if (left < share) return mishap as Mishap
    left -= share
  }
  return null
}

/** Of a hundred calls so many go wrong. */
const WRONG_CALLS = 10

/** A call that gets no answer until its client has lost its patience: it never came there, or its answer never comes back. */
type Silence = { readonly kind: 'silent-before' | 'silent-after' }
const NO_ANSWER = { status: SILENT, headers: new Headers(), body: Buffer.alloc(0) }

/** At the door, on the way there, and on the way back after the act. */
const CALL_FAULTS = [
  { kind: 'throttle', header: true },
  { kind: 'throttle' },
  { kind: 'error', status: 500 },
  { kind: 'error', status: 503 },
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'reset-after' },
  { kind: 'truncate', clean: true },
  { kind: 'silent-before' },
  { kind: 'silent-after' },
] as readonly (Omit<FaultOrder, 'operation'> | Silence)[]

/** What must not be done twice by the way itself: Amazon takes each of them for another one. */
const ONCE_ONLY = /^POST .*\/(feeds|reports|documents|token)$/

type Way = { readonly chance: Random; readonly control: Control; readonly counts: Map<string, number> }

/** Lets a call through to the simulated Amazon: one in ten goes wrong there, on its way, or arrives twice. */
export const faultyWay =
  ({ chance, control, counts }: Way, isFaulty: () => boolean) =>
  async <T>(name: string, send: () => Promise<T>): Promise<T | null> => {
    const drawn = chance.whole(1, 100)
    const kind = chance.whole(0, CALL_FAULTS.length)
    if (!isFaulty() || drawn > WRONG_CALLS) return send()
    const fault = CALL_FAULTS[kind]
    const what = fault?.kind ?? 'doubled'
    counts.set(what, (counts.get(what) ?? 0) + 1)
    if (!fault) {
      if (!ONCE_ONLY.test(name)) await send()
      return send()
    }
    if (fault.kind === 'silent-after') await send()
    if (fault.kind === 'silent-before' || fault.kind === 'silent-after') return NO_ANSWER as T
    control.addFault({ ...fault, operation: '*' } as FaultOrder)
    try {
      return await send()
    } finally {
      control.clearFaults()
    }
  }
