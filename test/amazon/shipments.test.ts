import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { ProblemCode } from '#core/known-problems.ts'
import type { Confirmation } from '#core/shipments/confirmation.ts'
import { connection, edgeAndSimulator, edgeTo, NOON } from './edge.ts'

const early = { updatedAt: '2026-11-10T08:00:00Z', createdAt: '2026-11-10T08:00:00Z' }

async function ordered() {
  const edge = await edgeAndSimulator()
  const id = edge.control.placeOrder({ ...early, lines: [{ sku: 'MUG-BLUE', quantity: 3 }] })
  const line = edge.control.order(id)?.orderItems[0]?.orderItemId ?? ''
  const confirmation = (change: Partial<Confirmation> = {}): Confirmation => ({
    amazonOrderId: id,
    marketplaceId: 'ATVPDKIKX0DER',
    number: '1',
    carrier: { code: 'UPS', name: null },
    service: 'Ground',
    tracking: '1Z999AA10123456784',
    shippedAt: NOON - 60_000,
    items: [{ line, quantityAmazon: 1 }],
    ...change,
  })
  const confirm = (change: Partial<Confirmation> = {}) => edge.amazon.confirmShipment(connection, confirmation(change))
  return { ...edge, id, confirm, packages: () => edge.control.order(id)?.packages ?? [] }
}

test('[S1] a package is at Amazon with its items, and the same number again edits it', async () => {
  const { confirm, packages, said, outcomes } = await ordered()
  expect(await confirm()).toMatchObject({ ok: true })
  expect(await confirm({ tracking: '1Z999AA10123456700' })).toMatchObject({ ok: true })
  expect(await confirm({ number: '2', carrier: { code: 'Other', name: 'Blitz Kurier' } })).toMatchObject({ ok: true })
  expect(packages()).toMatchObject([
    { packageReferenceId: '1', carrier: 'UPS', trackingNumber: '1Z999AA10123456700', shippingService: 'Ground' },
    { packageReferenceId: '2', carrier: 'Blitz Kurier', packageItems: [{ quantity: 1 }] },
  ])
  expect(said.buckets.at(-1)).toMatchObject({ key: expect.stringContaining('/confirmShipment'), rate: 2, burst: 10 })
  expect(outcomes().slice(-3)).toEqual(['confirmShipment ok', 'confirmShipment ok', 'confirmShipment ok'])
})

/** An edge to a server that refuses everything with one text. */
async function refusing(text: string, status = 400) {
  const server = createServer((request, response) => {
    const login = request.url?.startsWith('/auth')
    response.writeHead(login ? 200 : status, { 'content-type': 'application/json' })
    response.end(
      login
        ? '{"access_token":"Atza|a","token_type":"bearer","expires_in":3600}'
        : JSON.stringify({ errors: [{ code: 'InvalidInput', message: text }] }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return edgeTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).amazon
}

const plain: Confirmation = {
  amazonOrderId: '111-0000001-0000001',
  marketplaceId: 'ATVPDKIKX0DER',
  number: '2',
  carrier: { code: 'UPS', name: null },
  service: null,
  tracking: '1Z9',
  shippedAt: NOON,
  items: [{ line: 'L1', quantityAmazon: 1 }],
}

test.each<[string, ProblemCode]>([
  ["Invalid type for field 'packageReferenceId': expected string.", 'package-number-refused'],
  ['PackageToUpdateNotFound', 'package-unknown-at-amazon'],
  ['We are not finding a matching package or order already fulfilled', 'package-unknown-at-amazon'],
  ['InvalidPackageVersion for packageReferenceId 2', 'package-version-refused'],
  ['The package has reached the maximum number of allowed updates', 'too-many-package-updates'],
  ['NonexistentOrderItem: Failed to find order item list', 'line-unknown-at-amazon'],
  ['Ship+ orders are confirmed automatically', 'confirmed-by-amazon'],
  ['This label was bought with Buy Shipping', 'confirmed-by-amazon'],
  ['trackingNumber is required.', 'tracking-required'],
  ['Missing required field: tracking number', 'tracking-required'],
  ['The tracking number has a format that UPS does not use', 'confirmation-refused'],
  ["Invalid carrierCode 'ups'.", 'confirmation-refused'],
  ['', 'confirmation-refused'],
])('[S1][S5] Amazon says "%s": %s', async (text, code) => {
  const answer = await (await refusing(text)).confirmShipment(connection, plain)
  const facts = { what: 'package 2 of order 111-0000001-0000001', message: expect.stringContaining(text) }
  expect(answer).toMatchObject({ ok: false, problem: { code, facts } })
})

test.each<[number, ProblemCode]>([
  [403, 'access-denied'],
  [404, 'not-found-at-amazon'],
  [500, 'amazon-down'],
  [503, 'amazon-down'],
])('[S1] status %i means %s, whatever the text says', async (status, code) => {
  const answer = await (await refusing('PackageToUpdateNotFound', status)).confirmShipment(connection, plain)
  expect(answer).toMatchObject({ ok: false, problem: { code } })
})
