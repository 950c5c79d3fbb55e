import type { FastifyRequest } from 'fastify'
import type { Deps } from '#flows/deps.ts'
import { callerOf, nameOf } from './guard.ts'
import { inItsVersion } from './versions.ts'

const acted = new WeakSet<FastifyRequest>()

/** What a flow reaches when it changes settings for a request: it notes who asked, and by which door, itself (D38). */
export function acting(deps: Deps, request: FastifyRequest): Deps {
  acted.add(request)
  const caller = callerOf(request)
  return {
    ...inItsVersion(deps, request),
    by: { who: nameOf(caller), way: caller.by.kind === 'key' ? 'key' : 'console' },
  }
}

/** True where the flow of a request notes its own changes. */
export const notesItself = (request: FastifyRequest): boolean => acted.has(request)
