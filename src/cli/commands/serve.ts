import { relative } from 'node:path'
import type { Command } from 'commander'
import type { Config } from '#main/config.ts'
import type { Serving } from '#main/serve.ts'
import { serveUntilSignal } from '../serve-until.ts'
import { linksScreen } from '../shown-links.ts'

/** Adds `serve`: the server, its workers, and in the demo a simulated Amazon. It is what `npm start` runs. */
export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('start the server and its workers; Ctrl-C stops them')
    .action(() =>
      serveUntilSignal(async () => {
        const { readConfig } = await import('#main/config.ts')
        const { serve } = await import('#main/serve.ts')
        const config = readConfig(process.env)
        const serving = await serve(config)
        return { lines: await firstScreen(config, serving), broken: serving.broken, stop: serving.stop }
      }),
    )
}

async function firstScreen(config: Config, { installation, address, takenPort, links }: Serving): Promise<string[]> {
  const { VERSION } = await import('#main/version.ts')
  const database = installation.embeddedVersion ? `PostgreSQL ${installation.embeddedVersion}` : 'your PostgreSQL'
  const port = new URL(address).port
  return [
    '',
    `Millrace ${VERSION} is running.  (Node ${process.versions.node}, ${database})`,
    '',
    ...(takenPort === null ? [] : [`Port ${takenPort} is taken; using ${port} instead.`, '']),
    ...(config.mode === 'demo' ? demoScreen(config, address) : realScreen(config, address)),
    '',
    ...linksScreen(links),
    'Ctrl-C stops everything.',
    '',
  ]
}

const demoScreen = (config: Config, address: string): string[] => [
  `  Open      ${address}`,
  '  Mode      demo: an invented merchant, Harbor Goods, at a simulated Amazon. Nothing leaves this machine.',
  `  Data      ${shownFolder(config.dataFolder)}`,
  '',
  'Three hours of orders arrive within seconds; later ones show 3 to 6 minutes after placing, as at Amazon.',
  'In a second terminal:',
  '',
  '  ./millrace status          what has arrived, and what waits for you',
  '  ./millrace errors list     orders that are held, why, and the command that mends each',
  '  ./millrace orders list     the orders as the order system has them',
  '  ./millrace --help          everything else',
  '',
  'Start over:  stop, then ./millrace demo reset',
  'Go real:     MILLRACE_MODE=real, a key file, and your Amazon application: docs/going-real.md',
]

const realScreen = (config: Config, address: string): string[] => [
  `  Sign in   ${config.publicUrl ?? address}/sign-in`,
  `  REST API  ${address}/api/v1  (its description: ${address}/api/v1/openapi.json)`,
  '  Mode      real',
  `  Data      ${shownFolder(config.dataFolder)}`,
  `  Amazon    ${regionsOf(config)}`,
  '',
  'In a second terminal with the same settings:',
  '',
  '  ./millrace merchant add --help   a merchant',
  '  ./millrace connect --help        its connection to Amazon',
  '  ./millrace key create --help     a key for the REST API',
  '  ./millrace status                how it stands',
]

function regionsOf(config: Config): string {
  const regions = Object.keys(config.applications)
  if (regions.length > 0) return `applications for ${regions.join(', ')}`
  return 'no application yet: set MILLRACE_LWA_CLIENT_ID_NA and MILLRACE_LWA_CLIENT_SECRET_NA (or _EU, _FE)'
}

function shownFolder(folder: string): string {
  const near = relative(process.cwd(), folder)
  return near === '' || near.startsWith('..') ? folder : near
}
