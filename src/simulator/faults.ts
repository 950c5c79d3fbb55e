import type { Fault, FaultKind, FaultOrder, FaultRule } from './fault-kinds.ts'
import type { World } from './state.ts'

/** Queues a fault. */
export function addFault(world: World, order: FaultOrder): void {
  const { operation, sellerId, count, always, nth, ...fault } = order
  world.faults.push({
    operation,
    sellerId,
    fault: fault as Fault,
    remaining: always ? undefined : (count ?? 1),
    toSkip: (nth ?? 1) - 1,
  })
}

type Asking<K extends FaultKind> = {
  readonly operation: string
  readonly sellerId?: string
  /** A fault for which this fails stays as it is. */
  readonly applies?: (fault: Extract<Fault, { kind: K }>) => boolean
}

/** The first waiting fault of these kinds for this call, used up by one. */
export function takeFault<K extends FaultKind>(
  world: World,
  call: Asking<K>,
  kinds: readonly K[],
): Extract<Fault, { kind: K }> | undefined {
  let taken: FaultRule | undefined
  for (const rule of world.faults) {
    if (rule.operation !== '*' && rule.operation !== call.operation) continue
    if (rule.sellerId !== undefined && rule.sellerId !== call.sellerId) continue
    if (!(kinds as readonly string[]).includes(rule.fault.kind)) continue
    if (call.applies && !call.applies(rule.fault as Extract<Fault, { kind: K }>)) continue
    if (rule.toSkip > 0) rule.toSkip--
    else if (taken === undefined) taken = rule
  }
  if (taken?.remaining !== undefined) {
    taken.remaining--
    if (taken.remaining <= 0) world.faults = world.faults.filter((rule) => rule !== taken)
  }
  return taken?.fault as Extract<Fault, { kind: K }> | undefined
}
