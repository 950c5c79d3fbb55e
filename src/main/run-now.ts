import { type Ran, runDue } from '#jobs/run-due.ts'
import type { Installation } from './installation.ts'

/** Runs everything that is due now, once, in this process; a server beside it takes its share. */
export const runNow = ({ shop }: Installation): Promise<Ran[]> => runDue(shop)
