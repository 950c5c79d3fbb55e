const US =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|VI US Virgin Islands|AS American Samoa|MP Northern Mariana Islands|DC Washington DC|AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific'

const CA =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NL Newfoundland|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|QC Québec|SK Saskatchewan|YT Yukon'

const tableOf = (rows: string): ReadonlyMap<string, string> =>
  new Map(rows.split('|').map((row) => [row.slice(3).toUpperCase(), row.slice(0, 2)]))

const NAMES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['US', tableOf(US)],
  ['CA', tableOf(CA)],
])

/** The two letters of a US state or a Canadian province, by letters or by name; elsewhere the text as it came, in capitals. */
export function stateCode(country: string, text: string): string {
  const plain = text.trim().toUpperCase()
  const names = NAMES.get(country)
  if (!names) return plain
  const word = plain.replaceAll('.', '').replace(/\s+/g, ' ').trim()
  return names.get(word) ?? (word.length === 3 && word[1] === ' ' ? word.replace(' ', '') : word)
}
