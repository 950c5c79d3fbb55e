import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
let exported: string
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  exported = await bench.ok(['config', 'export'])
}, 180_000)
afterAll(() => bench.close())

const apply = (text: string, ...options: string[]) => ['config', 'apply', bench.file('shop.yaml', text), ...options]

describe('the configuration as one file', () => {
  test('[X4] the export is the same each time, and applying it changes nothing', async () => {
    const file = join(bench.dataFolder, 'out.yaml')
    expect(await bench.ok(['config', 'export', file])).toContain('7 items, 2 mappings, 5 shipping methods')
    expect(readFileSync(file, 'utf8')).toBe(exported)
    expect(exported).toMatch(/^# Configuration of HRBOR/)
    expect(exported).toContain('price: { amount: "12.00", currency: USD }')
    expect(await bench.ok(['config', 'apply', file, '--prune'])).toBe('Nothing differs.\n')
  })

  test('[X4] the difference is shown, old and new, and applied only when it was said', async () => {
    const dearer = exported
      .replace('price: { amount: "89.00"', 'price: { amount: "95.00"')
      .replace('name: Reno depot', 'name: Reno')
    expect(await bench.ok(apply(dearer, '--dry-run'))).toBe(
      [
        'changed items LAMP-OAK',
        '    price.amount: 89.00 → 95.00',
        'changed centers RENO',
        '    name: Reno depot → Reno',
        '2 changes. Nothing was changed.',
        '',
      ].join('\n'),
    )
    expect(await bench.refused(apply(dearer))).toContain('With --yes it is done')
    expect(await bench.ok(['config', 'export'])).toBe(exported)
    expect(await bench.ok(apply(dearer, '--yes'))).toContain('2 changes applied.')
    expect(await bench.ok(['config', 'export'])).toBe(dearer)
    const back = await bench.json(apply(exported, '--yes'))
    expect(back).toMatchObject({ applied: true, changes: [{ name: 'LAMP-OAK' }, { name: 'RENO' }] })
  })

  test('[X4] a part of a file changes that part only', async () => {
    const part = 'items:\n  - id: SOAP\n    description: Soap\n    grams: 100\n    tracksStock: true\n'
    expect(await bench.ok(apply(part, '--yes'))).toMatch(/^added items SOAP\n1 change applied/)
    expect(await bench.ok(apply(exported, '--dry-run'))).toBe('Nothing differs.\n')
    expect(await bench.ok(apply(exported, '--prune', '--yes'))).toMatch(/^removed items SOAP\n/)
  })

  test('[X4] every fault is told with its line, and nothing is applied', async () => {
    const bad = [
      'orders:',
      '  notBefore: 02/30/2026',
      '  ignoredOrders: []',
      '  ignoredItems: []',
      '  sweepEveryMinutes: often',
      '  colour: red',
      'shipping:',
      '  levels:',
      '    standard:',
      '      - { methodId: UPS-GROUND, valid: true, priority: first }',
      '    expedited: []',
      '    two-day: []',
      '  further: { FREE_ECONOMY: standard, SAME_DAY: hold, PRIORITY: hold, SCHEDULED: never, OVERNIGHT: hold }',
      'merchant:',
      '  name: Harbor',
      '  shipFrom: { name: H, line1: 1 Road, city: Bath, state: ME, postalCode: 04530, country: US }',
    ].join('\n')
    const said = (await bench.refused(apply(bad, '--yes'))).replaceAll(/^.*shop\.yaml, /gm, '')
    expect(said.trim().split('\n')).toEqual([
      'line 5: orders.sweepEveryMinutes: must be a number',
      'line 6: orders.colour: is not a known field',
      'line 8: shipping.levels.one-day: is missing',
      'line 10: shipping.levels.standard[0].priority: must be a number',
      'line 13: shipping.further.SCHEDULED: must be standard or expedited or two-day or one-day or hold',
      'line 13: shipping.further.OVERNIGHT: is not a known field',
      'line 14: merchant.timeZone: is missing',
      'line 14: merchant.currency: is missing',
      'line 14: merchant.weightUnit: must be g or kg or oz or lb',
      'line 16: merchant.shipFrom.postalCode: must be text: put it in quotes',
      'Nothing was changed.',
    ])
    const wrong = exported
      .replace(/notBefore: .*/, 'notBefore: 02/30/2026')
      .replace('sellerSku: AMZ-TEA-EARL\n    itemId: TEA-EARL', 'sellerSku: AMZ-TEA-EARL\n    itemId: COFFEE')
    const lineOf = (text: string) => wrong.split('\n').findIndex((line) => line.includes(text)) + 1
    expect(
      (await bench.refused(apply(wrong, '--yes')))
        .replaceAll(/^.*shop\.yaml, /gm, '')
        .trim()
        .split('\n'),
    ).toEqual([
      `line ${lineOf('COFFEE')}: mappings[0].itemId: is not an item of this merchant`,
      `line ${lineOf('02/30/2026')}: orders.notBefore: must be a date written YYYY-MM-DD, such as 2026-02-28`,
      'Nothing was changed.',
    ])
    expect(await bench.ok(['config', 'export'])).toBe(exported)
  })

  test('[X4] a bomb, a file that is no YAML and one that is not there are refused in a sentence', async () => {
    const bomb = [
      'a: &a [1,1]',
      ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]`),
    ]
    expect(await bench.refused(apply(bomb.join('\n'), '--yes'))).toContain('line 2: repeats too much')
    expect(await bench.refused(apply('items: [', '--yes'))).toMatch(/shop\.yaml, line 1: /)
    expect(await bench.refused(['config', 'apply', 'nowhere.yaml', '--yes'])).toContain('does not exist')
    expect(await bench.refused(['config', 'apply', '-'], exported)).toContain('say --yes')
    expect(await bench.ok(['config', 'apply', '-', '--yes'], exported)).toBe('Nothing differs.\n')
  })

  test('[X4] 10,000 ignored ids are taken; of 10,001 it says that they are too many', async () => {
    const file = (count: number) => {
      const ids = Array.from({ length: count }, (_, at) => `    - 111-0000000-${String(at).padStart(7, '0')}`)
      return exported.replace(/ {2}ignoredOrders: \[\]/, `  ignoredOrders:\n${ids.join('\n')}`)
    }
    expect(await bench.ok(apply(file(10_000), '--yes'))).toMatch(
      /ignoredOrders: \+ 111-.* and 9990 more\n1 change applied/,
    )
    expect(await bench.refused(apply(file(10_001), '--yes'))).toMatch(/line \d+: orders\.ignoredOrders: .*10000/)
    await bench.ok(apply(exported, '--yes'))
  })

  test('[H3][X4] channels are added, changed and removed by command, and stand in the file', async () => {
    expect(await bench.ok(['channel', 'list'])).toContain('There is no channel')
    await bench.ok(['channel', 'add', 'WEB', '--name', 'Web shop'])
    expect(await bench.refused(['channel', 'add', 'WEB', '--name', 'Another'])).toContain('is a channel [WEB] already')
    expect(await bench.refused(['channel', 'add', 'web', '--name', 'Web'])).toMatch(/the code: must be 1 to 10 capital/)
    expect(await bench.refused(['channel', 'change', 'POS', '--keep-days', '9'])).toContain('no channel [POS]')
    const changed = await bench.json(['channel', 'change', 'WEB', '--keep-days', '90'])
    expect(changed).toEqual({ channels: [{ code: 'WEB', name: 'Web shop', keepDays: 90, orders: 0 }] })

    const withOne = await bench.ok(['config', 'export'])
    expect(withOne).toMatch(/channels:\n {2}- code: WEB\n {4}name: Web shop\n {4}keepDays: 90\n/)
    expect(await bench.ok(apply(withOne, '--dry-run'))).toBe('Nothing differs.\n')
    const two =
      'channels:\n  - { code: WEB, name: Shop, keepDays: 90 }\n  - { code: POS, name: Counter, keepDays: 5 }\n'
    expect(await bench.ok(apply(two, '--yes'))).toMatch(/name: Web shop → Shop\nadded channels POS\n2 changes applied/)
    expect(await bench.refused(apply(two.replace('POS', 'WEB'), '--yes'))).toMatch(
      /line 3: channels\[1\]\.code: is the same as channels\[0\]\.code/,
    )
    expect(await bench.refused(apply(two.replace('keepDays: 5', 'keepDays: 0'), '--yes'))).toMatch(/line 3: .*3650/)
    expect(await bench.ok(['channel', 'remove', 'WEB'])).toBe('The channel WEB is removed.\n')
    expect(await bench.refused(['channel', 'remove', 'WEB'])).toContain('no channel [WEB]')
    expect(await bench.ok(apply(exported, '--yes'))).toMatch(/^removed channels POS\n1 change applied/)
    expect(await bench.ok(['channel', 'template'])).toMatch(/^order\.channelPartnerOrderId,.*\r\nW-1001,/)
  })

  test('[X4] no file has the right to a token, a key or stock', async () => {
    writeFileSync(join(bench.dataFolder, 'secret.yaml'), 'connections:\n  - refreshToken: Atzr|secret\nstock: []\n')
    const said = await bench.refused(['config', 'apply', join(bench.dataFolder, 'secret.yaml'), '--yes'])
    expect(said).toMatch(/line 1: connections: is not a known field\n.*line 3: stock: is not a known field/)
    expect(said).not.toContain('Atzr|secret')
    for (const word of ['Atzr', 'mr_', 'onHand', 'owner']) expect(exported).not.toContain(word)
  })
})
