import type { Incoming } from './transport.ts'

/** Amazon's clock by the Date header; ours where there is none. */
export function clockOf({ headers }: Incoming, now: number): number {
  const clock = Date.parse(headers.date ?? '')
  return Number.isNaN(clock) ? now : clock
}

/** Amazon's own name of a request, which its support asks for. */
export function requestIdOf({ headers }: Incoming): { readonly requestId?: string } {
  const id = headers['x-amzn-requestid']
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? { requestId: id } : {}
}
