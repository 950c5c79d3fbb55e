import { describe, expect, test } from 'vitest'
import { tell } from '../problems.ts'
import { AMAZON_CARRIERS } from './amazon-carriers.ts'
import { amazonCarrier, carrierMap } from './carrier-codes.ts'
import { checkCarriers } from './check-carriers.ts'
import { guessCarriers } from './guess-carrier.ts'

const own = carrierMap([
  { carrier: 'Harbor  Couriers', amazonCode: 'Other', amazonName: 'Harbor Couriers Ltd' },
  { carrier: 'Post', amazonCode: 'USPS', amazonName: null },
  { carrier: 'UPS', amazonCode: 'UPSMI', amazonName: null },
])

describe('carriers at Amazon', () => {
  test("[S3] Amazon's list holds what its documents name, each once, in its own capitals", () => {
    const named = `USPS|UPS|UPSMI|FedEx|FedEx SmartPost|DHL|DHL Express|DHL eCommerce|DHL Global Mail|OnTrac|Lasership|Newgistics|OSM|Canada Post|Royal Mail|Parcelforce|DPD|DPD Local|GLS|TNT|Deutsche Post|Colissimo|Chronopost|Correos|BRT|Poste Italiane|InPost|PostNL|BPOST|Australia Post-Consignment|Australia Post-ArticleId|YamatoTransport|SagawaExpress|4PX|Yanwen|YunExpress|SF Express|China Post|AMZL|Other`
    for (const name of named.split('|')) expect(AMAZON_CARRIERS).toContain(name)
    expect(new Set(AMAZON_CARRIERS).size).toBe(AMAZON_CARRIERS.length)
    expect(AMAZON_CARRIERS.length).toBeGreaterThan(300)
    for (const name of AMAZON_CARRIERS) expect(name).toMatch(/^\S(.*\S)?$/)
  })

  test.each([
    ['harbor couriers', 'Other', 'Harbor Couriers Ltd'],
    [' HARBOR   COURIERS ', 'Other', 'Harbor Couriers Ltd'],
    ['post', 'USPS', null],
    ['ups', 'UPSMI', null],
    ['usps', 'USPS', null],
    ['FEDEX', 'FedEx', null],
    ['Federal Express', 'FedEx', null],
    ['royal mail', 'Royal Mail', null],
    ['NACEX', 'NACEX', null],
    ['Nacex', 'Nacex', null],
  ])(
    '[S3] %s is %s at Amazon: as the merchant says, else by its list, else by a well-known spelling',
    (carrier, code, name) => {
      expect(amazonCarrier(carrier, own)).toEqual({ ok: true, value: { code, name } })
    },
  )

  test.each(['', 'Speedy Joe', 'Other', 'otro', 'toString', '__proto__', "Joe's"])(
    '[S3] %j is asked about, never guessed, and the sentence says how',
    (carrier) => {
      const found = amazonCarrier(carrier, own)
      if (found.ok) throw new Error('It was guessed.')
      expect(found.problem.code).toBe('carrier-unknown')
      expect(tell(found.problem).command).toContain('./millrace carrier set ')
      expect(tell(found.problem).sentence).not.toContain('./millrace')
    },
  )

  test('[S3] all that is wrong with the list of carriers is told at once', () => {
    const checked = checkCarriers([
      { carrier: 'Post', amazonCode: 'usps', amazonName: null },
      { carrier: 'post ', amazonCode: 'Other', amazonName: null },
      { carrier: '\u0007', amazonCode: 'UPS', amazonName: 'Brown' },
    ])
    if (checked.ok) throw new Error('It was taken.')
    expect(checked.problems.map(({ facts }) => facts.field)).toEqual([
      'carriers[0].amazonCode',
      'carriers[1].amazonName',
      'carriers[2].carrier',
      'carriers[2].amazonName',
      'carriers[1].carrier',
    ])
    expect(tell(checked.problems[0]!).sentence).toContain('did you mean USPS?')
  })
})

describe('the carrier of a tracking number', () => {
  test.each([
    ['1Z999AA10123456784', ['UPS']],
    ['1z 999 aa1 0123 4567 84', ['UPS']],
    ['1Z999AA10123456785', []],
    ['9505511069605048600624', ['USPS']],
    ['9505511069605048600625', []],
    ['03071790000523483741', ['FedEx']],
    ['986578788855', ['FedEx']],
    ['149331877648230', ['FedEx']],
    ['RR473124829GB', ['Royal Mail']],
    ['AA123456789GB', []],
    ['RB123456785US', ['USPS']],
    ['RB123456785ZZ', []],
    ['3318810025', ['DHL Express']],
    ['TBA123456789012', ['AMZL']],
    ['0073938000549297', ['Canada Post']],
    ['hello', []],
    ['', []],
  ])('[S3] %s may be of %j', (tracking, codes) => {
    const guesses = guessCarriers(tracking)
    expect(guesses.map(({ code }) => code)).toEqual(codes)
    for (const { code } of guesses) expect(AMAZON_CARRIERS).toContain(code)
  })
})
