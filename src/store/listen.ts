import type { PoolClient } from 'pg'
import type { Pool } from './db.ts'

/** A connection that listens until it is closed. */
export type Listening = { close(): void }

const RECONNECT_AFTER = 1000

/**
 * Listens on one channel over one connection of the pool. A notification is only a hint to look sooner: after a lost
 * connection it connects again and reports once, for what was said meanwhile.
 */
export function listen(pool: Pool, channel: string, heard: (text: string | null) => void): Listening {
  let closed = false
  let client: PoolClient | undefined
  let timer: NodeJS.Timeout | undefined

  const drop = (lost: PoolClient | undefined) => {
    if (lost === undefined || lost !== client) return
    client = undefined
    lost.removeAllListeners('notification')
    lost.release(true)
  }

  const again = () => {
    if (closed || timer) return
    timer = setTimeout(() => {
      timer = undefined
      void connect()
    }, RECONNECT_AFTER)
  }

  const connect = async () => {
    try {
      const fresh = await pool.connect()
      client = fresh
      // Stays on to the end: a broken connection may report more than once, and nobody else listens for it.
      fresh.on('error', () => {
        drop(fresh)
        again()
      })
      fresh.on('notification', ({ payload }) => heard(payload ?? ''))
      await fresh.query(`listen ${channel}`)
      if (closed) drop(fresh)
      else heard(null)
    } catch {
      drop(client)
      again()
    }
  }

  void connect()
  return {
    close() {
      closed = true
      clearTimeout(timer)
      drop(client)
    },
  }
}
