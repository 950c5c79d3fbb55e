import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// What Node makes of our files is kept, so that the next command starts in half the time. What is imported above is not.
enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'compiled'))
const { runProgram } = await import('./program.ts')
await runProgram(process.argv)
