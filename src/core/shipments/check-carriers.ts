import { type Checked, checkedAs, collectFaults, type Faults, findTwice, isText } from '../settings/faults.ts'
import { AMAZON_CARRIERS, OTHER } from './amazon-carriers.ts'
import { carrierKey, type MerchantCarrier } from './carrier-codes.ts'

const MOST_CARRIERS = 500

/** What must hold to save what the merchant's carriers are at Amazon (S3). */
export function checkCarriers(entered: readonly MerchantCarrier[]): Checked<MerchantCarrier[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_CARRIERS, 'carriers', `may have at most ${MOST_CARRIERS} carriers`)
  const carriers = entered.slice(0, MOST_CARRIERS)
  const name = (at: number) => `carriers[${at}]`
  carriers.forEach((each, at) => {
    checkCarrier(each, name(at), faults)
  })
  findTwice(
    carriers.map(({ carrier }) => carrierKey(carrier)),
    (at) => `${name(at)}.carrier`,
    faults,
  )
  return checkedAs(
    carriers.map((each) => ({ ...each, carrier: each.carrier.trim().replace(/\s+/gu, ' ') })),
    faults,
  )
}

function checkCarrier({ carrier, amazonCode, amazonName }: MerchantCarrier, field: string, faults: Faults): void {
  const isNamed = isText(carrier, 1, 100) && carrier.trim() !== ''
  faults.need(isNamed, `${field}.carrier`, 'must have 1 to 100 characters, none of them control characters')
  const listed = AMAZON_CARRIERS.includes(amazonCode)
  const meant = AMAZON_CARRIERS.find((code) => carrierKey(code) === carrierKey(amazonCode))
  const hint = meant === undefined ? 'for any other carrier use Other and a name' : `did you mean ${meant}?`
  faults.need(listed, `${field}.amazonCode`, `is not a code of Amazon's list, which counts capitals; ${hint}`)
  if (amazonCode === OTHER) {
    const isName = amazonName !== null && isText(amazonName, 1, 50) && amazonName.trim() !== ''
    faults.need(
      isName,
      `${field}.amazonName`,
      'must say the name of the carrier in 1 to 50 characters, as the code is Other',
    )
  } else {
    faults.need(amazonName === null, `${field}.amazonName`, 'goes with the code Other only')
  }
}
