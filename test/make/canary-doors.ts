import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from './api.ts'
import { backUp } from './backups.ts'
import { runHere } from './cli.ts'
import { addressesOf } from './cli-bench.ts'
import type { Place } from './leaks.ts'
import type { Seller } from './seller-views.ts'

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> }

/** What every GET of the API answers to a key with all scopes, each address with whatever may stand in it. */
export async function placesOfApi(seller: Seller, orders: readonly string[]): Promise<Place[]> {
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const ids = async (sql: string) =>
    (await seller.database.ownerPool().query<{ id: string }>(sql)).rows.map(({ id }) => id)
  const known: Readonly<Record<string, readonly string[]>> = {
    order: orders,
    amazonOrderId: orders,
    documentId: await ids('select document_id as id from millrace.documents'),
    mailId: await ids('select mail_id as id from millrace.mails'),
    connectionId: [seller.connection],
    itemId: ['MUG-BLUE'],
    marketplaceId: ['ATVPDKIKX0DER'],
    run: ['1', '2', '1001', '1002'],
    file: ['1', '2', '3', '1001', '1002', '1003'],
    audit: ['1', '1001'],
  }
  const { paths } = (await call('GET', '/openapi.json')).body as Document
  const places: Place[] = []
  for (const [path, methods] of Object.entries(paths)) {
    if (!('get' in methods)) continue
    const [, name] = /\{(\w+)\}/.exec(path) ?? []
    for (const value of name ? (known[name] ?? ['1001']) : ['']) {
      const address = path.replace(/\{(\w+)\}/, value).replace(/\{(\w+)\}/g, (_, other) => known[other]?.[0] ?? '1001')
      const reply = await app.inject({ url: `${address}?limit=200`, headers: await keyOf(seller) })
      const bare = reply.statusCode === 400 ? await app.inject({ url: address, headers: await keyOf(seller) }) : reply
      if (bare.statusCode >= 500) throw new Error(`${address} answers ${bare.statusCode}: ${bare.body}`)
      places.push({ name: `GET ${address} (${bare.statusCode})`, text: `${bare.body} ${JSON.stringify(bare.headers)}` })
    }
  }
  await app.close()
  return places
}

let key: { readonly seller: Seller; readonly headers: { readonly authorization: string } } | null = null

async function keyOf(seller: Seller) {
  if (key?.seller !== seller)
    key = { seller, headers: { authorization: `Bearer ${await addKey(seller.deps, seller.merchant)}` } }
  return key.headers
}

/** Every command that only reads; `ORDER` stands for each order, `DOCUMENT` for its document. */
const READING = [
  'status',
  'orders list',
  'orders show ORDER',
  'errors list',
  'errors list --state placed',
  'errors show ORDER',
  'errors download ORDER',
  'where ORDER',
  'package list ORDER',
  'orders refunds ORDER',
  'cancellations',
  'deadlines',
  'outbox list',
  'file list',
  'mail list',
  'calls',
  'reconcile list',
  'backfill list',
  'audit list',
  'audit export',
  'audit verify',
  'retention report',
  'notify list',
  'settings show',
  'sending show',
  'listings list',
  'stock list',
  'config export',
  'checklist',
  'keys list',
  'key list',
  'merchant list',
  'buyer-mail list',
] as const

/** What the commands that read print, about a few orders; and what they leave in the data folder. */
export async function placesOfCommands(seller: Seller, orders: readonly string[]): Promise<Place[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mr-canary-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'demo.key'), Buffer.alloc(32, 7), { mode: 0o600 })
  const env = { MILLRACE_DATA_FOLDER: folder, ...addressesOf(seller.database) }
  const places: Place[] = []
  for (const command of READING) {
    for (const order of command.includes('ORDER') ? orders : ['']) {
      const line = command.replace('ORDER', order)
      const said = await runHere(line.split(' '), { env })
      if (said.code !== 0 && said.code !== 1) throw new Error(`millrace ${line}: ${said.err}`)
      places.push({ name: `./millrace ${line} (${said.code})`, text: `${said.out}\n${said.err}` })
    }
  }
  return [...places, ...filesIn(folder)]
}

/** The files of a backup. */
export async function placesOfBackup(seller: Seller): Promise<Place[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mr-canary-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await backUp(seller, folder)
  return filesIn(folder)
}

const filesIn = (folder: string): Place[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({
      name: `the file ${entry.name}`,
      text: readFileSync(join(entry.parentPath, entry.name), 'latin1'),
    }))
