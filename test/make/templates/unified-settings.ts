import { FLAVORS, type Flavor } from './unified-columns.ts'
import { type Tongue, WORDS } from './words.ts'

/** What is asked of the settings of a template. */
export type AskedSettings = {
  readonly tongue: Tongue
  readonly flavor: Flavor
  readonly dataRow: number
  /** About how long they are, and over how many cells. */
  readonly characters: number
  readonly cells: number
}

const coded = (value: unknown) =>
  encodeURIComponent(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'))

/** The first row of a unified template: `settings=` over as many cells as asked for. */
export function settingsCells(asked: AskedSettings): string[] {
  const { tongue, flavor, dataRow, characters, cells } = asked
  const { language, marketplace } = WORDS[tongue]
  const { productTypes, defaults, flavor: said } = FLAVORS[flavor]
  const settings = [
    `attributeRow=5&contentLanguageTag=${language}&dataRow=${dataRow}&feedType=256&flavor=${said}&headerLanguageTag=${language}`,
    `isEdit=false&labelRow=4&primaryMarketplaceId=amzn1.mp.o.${marketplace}&ptds=${coded(productTypes.join(','))}`,
    `TemplateType=unified&Version=2026.0410&TemplateSignature=${coded(productTypes.join(','))}&timestamp=2026-11-01T00%3A00%3A00.000Z`,
    `AttributeDefaultValues=${coded(defaults)}`,
    `attributeSettings=${coded(aliasesOf(tongue, flavor, characters))}`,
  ].join('&')
  const length = Math.ceil(settings.length / cells)
  return Array.from({ length: cells }, (_, at) => {
    const piece = settings.slice(at * length, (at + 1) * length)
    return `settings${at === 0 ? '' : at + 1}=${piece}`
  })
}

/** The words of the cells and what they mean to the API; made ones until the settings are as long as asked for. */
function aliasesOf(tongue: Tongue, flavor: Flavor, characters: number) {
  const { fresh, used, edit, replace, remove, merchant, amazon } = WORDS[tongue]
  const known = [
    { attribute: 'condition_type', aliases: { [fresh]: 'new_new', [used]: 'used_good' } },
    {
      attribute: flavor === 'full' ? '::record_action' : 'record_action',
      aliases: { [replace]: 'full_update', [edit]: 'partial_update', [remove]: 'delete' },
    },
    { attribute: 'fulfillment_availability', aliases: { [merchant]: 'DEFAULT', [amazon]: 'AMAZON_EU' } },
  ]
  const more = FLAVORS[flavor].aliased - known.length
  // Base64 makes four signs of three bytes.
  const each = Math.max(1, Math.floor((characters * 3) / 4 / more / `"${fresh} 123":"made_value_123",`.length))
  const made = Array.from({ length: more }, (_, at) => ({
    attribute: `made_field_${at + 1}`,
    aliases: Object.fromEntries(Array.from({ length: each }, (__, n) => [`${fresh} ${n}`, `made_value_${n}`])),
  }))
  return [...known, ...made]
}
