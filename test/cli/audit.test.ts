import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>

beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['settings', 'set', 'not-before', new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)])
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['start'])
  bench.placed({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }], buyer: { name: 'Zorbalina Quill' } })
  await bench.ok(['run'])
})
afterAll(() => bench.close())

test('[U3][X3] the audit is listed, exported as JSON lines, and holds nothing of a buyer', async () => {
  expect(await bench.ok(['audit', 'list'])).toMatch(/the program +opened for import +1 page\n/)
  const lines = (await bench.ok(['audit', 'export'])).trim().split('\n')
  const rows = lines.map((line) => JSON.parse(line) as { act: string; who?: string })
  expect(rows.filter(({ act }) => act === 'opened')).toMatchObject([{ purpose: 'import', counts: { pages: 1 } }])
  expect(rows.filter(({ act }) => act !== 'opened').every(({ who }) => who === 'the command line')).toBe(true)
  expect(lines.join()).not.toContain('Zorbalina')
})

test('[U6][X3] a setting changed by command line stands in the history of its section, old and new, and in the audit', async () => {
  await bench.ok(['settings', 'set', 'sweep-every', '12'])
  const told = await bench.ok(['settings', 'history', '--section', 'orders'])
  expect(told).toMatch(/the command line\n +changed orders\n +sweepEveryMinutes: 10 → 12\n/)
  const [newest] = (await bench.json(['settings', 'history', '--limit', '1'])) as { way: string }[]
  expect(newest).toMatchObject({ way: 'command-line', section: 'orders' })
  expect(await bench.ok(['audit', 'list'])).toMatch(/the command line +changed settings/)
})

test('[U3][X3] the audit is verified; an end that was noted is looked for', async () => {
  const said = await bench.ok(['audit', 'verify'])
  const rows = Number(/The audit is whole: (\d+) rows\./.exec(said)?.[1])
  const noted = /ends with (\S+)/.exec(said)?.[1] ?? ''
  expect(await bench.ok(['audit', 'verify', '--noted', noted])).toContain('The audit is whole')
  expect(await bench.refused(['audit', 'verify', '--noted', `1:${'0'.repeat(64)}`])).toContain('not as it was noted')
  expect(await bench.refused(['audit', 'verify', '--noted', noted.replace(`${rows}:`, `${rows + 8}:`)])).toContain(
    'is gone',
  )
  expect(await bench.mistyped(['audit', 'verify', '--noted', 'x'])).toContain('a number, a colon')
})

test("[U6][X3] the deployment's own audit is listed and verified apart from that of a merchant", async () => {
  expect(await bench.ok(['audit', 'verify', '--deployment'])).toContain('The audit is whole')
  const rows = (await bench.ok(['audit', 'export', '--deployment'])).trim()
  expect(rows).not.toContain('"opened"')
})

test('[U6][X3] a review is read and signed off; a canary is set; an alarm that is not there is not closed', async () => {
  expect(await bench.ok(['audit', 'review'])).toMatch(/Nobody has reviewed it yet\.\nDue by .+\./)
  const { through } = (await bench.json(['audit', 'review'])) as { through: number }
  expect(await bench.ok(['audit', 'review'])).toContain(`./millrace audit sign-off ${through} --by NAME`)
  const signed = await bench.ok(['audit', 'sign-off', String(through), '--by', 'An auditor', '--word', 'As usual.'])
  expect(signed).toContain(`Signed off up to row ${through}`)
  expect(await bench.ok(['audit', 'review'])).toContain('by An auditor (the command line).')
  expect(await bench.refused(['audit', 'sign-off', String(through), '--by', 'An auditor'])).toContain(
    'signed off already',
  )
  const close = ['audit', 'close-alarm', '1001', '--by', 'An auditor', '--word', 'It was a test of ours.']
  expect(await bench.refused(close)).toContain('open alarm [1001]')
  const [order = ''] = /\d{3}-\d{7}-\d{7}/.exec(await bench.ok(['orders', 'list'])) ?? []
  expect(await bench.ok(['audit', 'canary', order])).toContain(order)
  expect(await bench.ok(['audit', 'canary', order, '--off'])).toContain('There is no canary.')
  const [number = ''] = /^ *\d{4}(?= )/m.exec(await bench.ok(['orders', 'list'])) ?? []
  expect(await bench.ok(['audit', 'canary', number.trim()])).toContain(order)
  expect(await bench.ok(['audit', 'canary', number.trim(), '--off'])).toContain('There is no canary.')
})

test('[U4][X3] the report tells what is kept of buyers, until when and under which key', async () => {
  const said = await bench.ok(['retention', 'report'])
  expect(said).toContain('Buyer data is kept for 30 days after shipment.')
  expect(said).toContain('Nothing had to be purged yet.')
  expect(await bench.json(['retention', 'report'])).toMatchObject({
    held: [
      { kind: 'buyers', count: 1, overdue: 0 },
      { kind: 'documents', count: 1 },
      { kind: 'pages', count: 0 },
      { kind: 'files', count: 0 },
    ],
    keys: [{ buyers: 1, documents: 1 }],
  })
})

test('[U3][X3] master keys are listed, rotated and not retired too soon; everything opens afterwards', async () => {
  expect(await bench.ok(['keys', 'list'])).toMatch(/[0-9a-f]{16} +current .*2 keys of merchants/)
  const said = await bench.ok(['keys', 'rotate'])
  expect(said).toMatch(/The master key [0-9a-f]{16} is new and seals from now on\./)
  expect(await bench.ok(['keys', 'list'])).toMatch(/[0-9a-f]{16} +current[\s\S]+[0-9a-f]{16} +old/)
  expect(await bench.refused(['keys', 'retire', '--yes'])).toMatch(/in \d+ minutes/)
  expect(await bench.refused(['keys', 'replace', 'week-1'])).toContain('data key [week-1]')
  const { keys } = (await bench.json(['retention', 'report'])) as { keys: { id: string }[] }
  expect(await bench.ok(['keys', 'replace', keys[0]!.id])).toContain(
    `${keys[0]!.id}.2 seals in place of ${keys[0]!.id}`,
  )
  expect(await bench.ok(['audit', 'verify'])).toContain('The audit is whole')
  expect(await bench.ok(['audit', 'list', '--deployment'])).toMatch(/the command line +added a master key/)
})
