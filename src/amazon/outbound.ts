import dns from 'node:dns'
import { type ClientRequest, request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that are no place of the public internet: this machine, private networks, link-local (there lie the clouds' metadata), shared, reserved. */
const INSIDE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  INSIDE.addSubnet(network, bits, 'ipv4')
  // As a network without IPv4 writes it (NAT64).
  INSIDE.addSubnet(`64:ff9b::${network}`, 96 + bits, 'ipv6')
}
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(network, bits, 'ipv6')

/** True for an address of the public internet; IPv4 written as IPv6 counts as what it is. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && !INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** A name that leads inside is refused, whatever it led to a moment ago: the connection goes to the very address that was looked at. */
class LeadsInside extends Error {
  readonly code = 'EINSIDE'
}

/** True when a request was refused because its host leads to no public address. */
export const leadsInside = (error: unknown): boolean => error instanceof LeadsInside

const publicLookup: LookupFunction = (hostname, options, done) => {
  dns.lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    const [first] = found
    if (!first || !found.every(({ address }) => isPublic(address))) return done(new LeadsInside(), '')
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })
}

/** True for the addresses of this machine itself, to which plain http is no risk. */
export const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** True where a request may go at all, whatever its host: by https, or plain to this machine itself; never to an address inside by number. */
export function isSafePlace({ protocol, hostname }: URL): boolean {
  if (isThisMachine(hostname)) return protocol === 'https:' || protocol === 'http:'
  const address = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && (isIP(address) === 0 || isPublic(address))
}

/**
 * Opens a request: a connection of its own, which no environment variable sends through a proxy, and to public addresses only,
 * unless the host is this machine by name.
 */
export function openRequest(url: URL, options: RequestOptions): ClientRequest {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  const lookup = isThisMachine(url.hostname) ? {} : { lookup: publicLookup }
  return send(url, { ...options, agent: false, ...lookup })
}
