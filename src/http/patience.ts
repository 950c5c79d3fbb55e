import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'

/** The most connections at once: below what a system gives a process, so that the database can always be reached. */
const MOST_CONNECTIONS = 500

/** How long the server waits for others, ms: whoever sends slowly, or nothing, holds a connection for a short time only (X1). */
export const PATIENCE = {
  /** A whole request, head and body: 5 MB in a minute is a poor line. */
  requestTimeout: 60_000,
  /** Nothing came or went: longer than the longest answer takes to be made. */
  connectionTimeout: 300_000,
  /** Between two requests: longer than proxies keep one open (nginx: 60 s), so that none writes into a closed one. */
  keepAliveTimeout: 65_000,
  http: {
    /** The head of a request is small: from whoever needs longer, nothing is wanted. */
    headersTimeout: 15_000,
    /** How often the two above are looked after. */
    connectionsCheckingInterval: 5_000,
  },
} as const satisfies FastifyHttpOptions<Server>

/** Bounds the connections that all callers hold together; one more is closed at once. */
export const boundConnections = (server: { maxConnections: number }): void => {
  server.maxConnections = MOST_CONNECTIONS
}
