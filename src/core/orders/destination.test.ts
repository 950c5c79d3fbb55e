import { describe, expect, it } from 'vitest'
import { destinationOf } from './destination.ts'

const address = (parts: Partial<Parameters<typeof destinationOf>[0]>) =>
  destinationOf({
    country: 'US',
    state: 'WA',
    postalCode: '98101',
    city: 'Seattle',
    addressLines: ['1 Pier Rd'],
    ...parts,
  })

describe('destination', () => {
  it.each([
    'PO Box 12',
    'P.O. Box 12',
    'p.o.box 12',
    'P O Box 9',
    'P. O. Box 9',
    'POBox 77',
    'pobox #3',
    'Pobox',
    'POB 123',
    'P.O.B. 5',
    'Post Office Box 4',
    'Postal Box 8',
    'P.O. Box A',
    'PO-Box 3',
    'Box 123',
    'Suite 4, PO Box 12',
    'Apartado 44',
    'Apartado de Correos 3',
    'Apdo. 12',
    'Casilla 101',
    'Casilla de Correo 5',
    'Postfach 10 20 30',
    'Boîte postale 12',
    'BOITE POSTALE 3',
    'BP 123',
    'B.P. 9',
    'Caixa Postal 55',
    'Case postale 2',
    'Casella Postale 8',
    'Postbus 100',
    '私書箱 5号',
  ])('[O9] "%s" is a PO box', (line) => {
    expect(address({ addressLines: ['Harbor Goods', line] }).poBox).toBe(true)
  })

  it.each([
    'Pobox Street 12',
    '12 Post Office Road',
    'Boxwood Lane 3',
    'RR 2 Box 15',
    'PSC 3 Box 9',
    '5 Apartamento B',
    'Casilla del Mar',
    'Apollo Ave 1',
    'PMB 12, 4 Main St',
    '14 Box Hill',
    'Popo Box Street',
    'BP Station Road',
    '',
    'Unit 2050 Box 4190',
    'Postfachweg',
  ])('[O9] "%s" is no PO box', (line) => {
    expect(address({ addressLines: [line] }).poBox).toBe(false)
  })

  it.each([
    [{ state: 'AE', city: 'APO' }, true],
    [{ state: 'ap', city: 'Yokosuka' }, true],
    [{ state: 'Armed Forces Pacific' }, true],
    [{ state: '', city: 'FPO' }, true],
    [{ state: 'NY', city: 'dpo' }, true],
    [{ state: 'FL', city: 'Apopka' }, false],
    [{ country: 'PH', state: '', city: 'Apo' }, false],
    [{ country: 'AR', state: 'AA', city: 'Salta' }, false],
  ] as const)('[O9] the military post is known by its state or city: %j is %s', (parts, military) => {
    expect(address(parts).military).toBe(military)
  })

  it.each([
    ['US', 'Washington', 'WA'],
    ['US', 'new  york', 'NY'],
    ['US', 'N.Y.', 'NY'],
    ['US', 'N. Y.', 'NY'],
    ['US', ' wa ', 'WA'],
    ['us', 'District of Columbia', 'DC'],
    ['US', 'Puerto Rico', 'PR'],
    ['US', 'Nowhere', 'NOWHERE'],
    ['CA', 'Québec', 'QC'],
    ['CA', 'on', 'ON'],
    ['GB', 'Greater Manchester', 'GREATER MANCHESTER'],
    ['DE', 'Bayern', 'BAYERN'],
    ['CA', 'Île-du-Prince-Édouard', 'PE'],
    ['CA', 'nouvelle ecosse', 'NS'],
    ['AU', 'New South Wales', 'NSW'],
    ['AU', 'Vic.', 'VIC'],
    ['MX', 'Ciudad de México', 'CMX'],
    ['MX', 'CDMX', 'CMX'],
    ['MX', 'D.F.', 'CMX'],
    ['MX', 'Estado de Mexico', 'MEX'],
    ['MX', 'Nuevo León', 'NLE'],
    ['MX', 'N.L.', 'NLE'],
    ['MX', 'Q. Roo', 'ROO'],
    ['BR', 'São Paulo', 'SP'],
    ['BR', 'SAO PAULO', 'SP'],
    ['BR', 'sp', 'SP'],
    ['BR', 'BR-RJ', 'RJ'],
    ['IN', 'KARNATAKA', 'KA'],
    ['IN', 'Jammu & Kashmir', 'JK'],
    ['IN', 'Orissa', 'OD'],
    ['JP', '東京都', 'TOKYO'],
    ['JP', '東京', 'TOKYO'],
    ['JP', 'Tokyo', 'TOKYO'],
    ['JP', 'Tōkyō-to', 'TOKYO'],
    ['JP', '北海道', 'HOKKAIDO'],
    ['JP', '岐阜県', 'GIFU'],
    ['JP', 'Hyōgo Prefecture', 'HYOGO'],
    ['JP', '大阪府', 'OSAKA'],
    ['JP', '京都', 'KYOTO'],
    ['JP', 'JP-47', 'OKINAWA'],
    ['JP', '知らない県', '知らない県'],
    ['US', '', ''],
  ])('[O9] in %s the state "%s" is %s', (country, state, code) => {
    expect(address({ country, state }).state).toBe(code)
  })

  it.each([
    ['US', '98101', '98101'],
    ['US', ' 98101-1234 ', '98101-1234'],
    ['US', '981011234', '98101-1234'],
    ['US', '98101 1234', '98101-1234'],
    ['CA', ' k1a 0b1', 'K1A0B1'],
    ['GB', 'm1  2ab', 'M1 2AB'],
    ['DE', '10115', '10115'],
    ['IN', '560 001', '560001'],
    ['BR', '01310000', '01310-000'],
    ['BR', '01310-000', '01310-000'],
    ['JP', '1000001', '100-0001'],
    ['JP', '１００－０００１', '100-0001'],
    ['JP', '〒100-0001', '100-0001'],
    ['JP', '１００ー０００１', '100-0001'],
    ['AE', '', ''],
  ])('[O9] in %s the postal code "%s" is %s', (country, postalCode, tidy) => {
    expect(address({ country, postalCode }).postalCode).toBe(tidy)
  })

  it('[O9] the United Kingdom is GB by either name', () => {
    expect(address({ country: 'uk', state: '' }).country).toBe('GB')
  })
})
