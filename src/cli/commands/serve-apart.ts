import type { Command } from 'commander'
import { serveUntilSignal } from '../serve-until.ts'
import { linksScreen } from '../shown-links.ts'

/** Adds `web` and `worker`: the two halves of `serve` as processes of their own, any number of each on one PostgreSQL. */
export function apartCommands(program: Command): void {
  program
    .command('web')
    .description('pages and the REST API only, one of several processes; needs ./millrace migrate before')
    .action(() => serveApart('web'))
  program
    .command('worker')
    .description('the work only, one of several processes; needs ./millrace migrate before')
    .action(() => serveApart('worker'))
}

const serveApart = (role: 'web' | 'worker'): Promise<never> =>
  serveUntilSignal(async () => {
    const { readConfig } = await import('#main/config.ts')
    const { serveWeb, serveWorker } = await import('#main/serve-apart.ts')
    const { VERSION } = await import('#main/version.ts')
    const config = readConfig(process.env)
    const { address, links, stop } = await (role === 'web' ? serveWeb(config) : serveWorker(config))
    const where = address === '' ? '' : `, listening at ${address}`
    return {
      lines: [`Millrace ${VERSION} ${role} is running${where}.`, ...linksScreen(links)],
      broken: new Promise(() => {}),
      stop,
    }
  })
