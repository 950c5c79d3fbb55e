import type { Config } from './config.ts'

type Listening = { listen(at: { host: string; port: number }): Promise<string> }

const TRIES = 20

/** Listens on the wanted port, or on the next free one; says which port was taken. */
export async function listenFrom(
  app: Listening,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<{ address: string; takenPort: number | null }> {
  for (let next = port; ; next++) {
    try {
      return { address: await app.listen({ host, port: next }), takenPort: next === port ? null : port }
    } catch (error) {
      if ((error as { code?: string }).code !== 'EADDRINUSE' || next >= port + TRIES) throw error
    }
  }
}
