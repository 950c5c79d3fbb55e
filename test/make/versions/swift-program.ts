// Loaded before a program of any version (`node --import`): its clock then runs as fast as that of the simulated Amazon.
import { type Beginning, swiftClock } from '../swift-clock.ts'

const RealDate = Date
const now = swiftClock(JSON.parse(process.env.SWIFT_CLOCK ?? '{}') as Beginning)

class SwiftDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [now()] : given) as [number]))
  }
  static override now(): number {
    return now()
  }
}

globalThis.Date = SwiftDate as DateConstructor
