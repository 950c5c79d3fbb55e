import { type Config, ConfigRefusal } from './config.ts'

/** Listens on the wanted port and on no other: a proxy knows it. */
export async function listenOn(app: Listening, { host, port }: Pick<Config, 'host' | 'port'>): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    throw new ConfigRefusal(`Port ${port} is taken. Stop what has it, or set MILLRACE_PORT.`)
  }
}

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
