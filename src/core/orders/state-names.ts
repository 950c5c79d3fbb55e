/** Each row: the code in which states are compared, then a name for it. The same code may stand in several rows. */
const US =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands|VI US Virgin Islands|AS American Samoa|MP Northern Mariana Islands|DC Washington DC|AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific'

const CA =
  'AB Alberta|BC British Columbia|BC Colombie-Britannique|MB Manitoba|NB New Brunswick|NB Nouveau-Brunswick|NL Newfoundland and Labrador|NL Newfoundland|NL Terre-Neuve-et-Labrador|NS Nova Scotia|NS Nouvelle-Écosse|NT Northwest Territories|NT Territoires du Nord-Ouest|NU Nunavut|ON Ontario|PE Prince Edward Island|PE PEI|PE Île-du-Prince-Édouard|QC Quebec|SK Saskatchewan|YT Yukon'

const AU =
  'NSW New South Wales|VIC Victoria|QLD Queensland|SA South Australia|WA Western Australia|TAS Tasmania|ACT Australian Capital Territory|NT Northern Territory'

const MX =
  'AGU Aguascalientes|AGU Ags|BCN Baja California|BCN BC|BCN Baja California Norte|BCS Baja California Sur|CAM Campeche|CAM Camp|CHP Chiapas|CHP Chis|CHH Chihuahua|CHH Chih|CMX Ciudad de México|CMX CDMX|CMX Distrito Federal|CMX DF|CMX Mexico City|COA Coahuila|COA Coahuila de Zaragoza|COA Coah|COL Colima|DUR Durango|DUR Dgo|GUA Guanajuato|GUA Gto|GRO Guerrero|HID Hidalgo|HID Hgo|JAL Jalisco|MEX México|MEX Estado de México|MEX EdoMex|MEX Edo de Mex|MIC Michoacán|MIC Michoacán de Ocampo|MIC Mich|MOR Morelos|NAY Nayarit|NLE Nuevo León|NLE NL|OAX Oaxaca|PUE Puebla|QUE Querétaro|QUE Qro|QUE Querétaro de Arteaga|ROO Quintana Roo|ROO QRoo|ROO Q Roo|SLP San Luis Potosí|SIN Sinaloa|SON Sonora|TAB Tabasco|TAM Tamaulipas|TAM Tamps|TLA Tlaxcala|TLA Tlax|VER Veracruz|VER Veracruz de Ignacio de la Llave|YUC Yucatán|ZAC Zacatecas'

const BR =
  'AC Acre|AL Alagoas|AP Amapá|AM Amazonas|BA Bahia|CE Ceará|DF Distrito Federal|ES Espírito Santo|GO Goiás|MA Maranhão|MT Mato Grosso|MS Mato Grosso do Sul|MG Minas Gerais|PA Pará|PB Paraíba|PR Paraná|PE Pernambuco|PI Piauí|RJ Rio de Janeiro|RN Rio Grande do Norte|RS Rio Grande do Sul|RO Rondônia|RR Roraima|SC Santa Catarina|SP São Paulo|SE Sergipe|TO Tocantins'

const IN =
  'AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CT Chhattisgarh|CT CG|GA Goa|GJ Gujarat|HR Haryana|HP Himachal Pradesh|JH Jharkhand|KA Karnataka|KL Kerala|MP Madhya Pradesh|MH Maharashtra|MN Manipur|ML Meghalaya|MZ Mizoram|NL Nagaland|OD Odisha|OD Orissa|OD OR|PB Punjab|RJ Rajasthan|SK Sikkim|TN Tamil Nadu|TS Telangana|TS TG|TR Tripura|UP Uttar Pradesh|UK Uttarakhand|UK Uttaranchal|UK UT|WB West Bengal|AN Andaman and Nicobar Islands|AN Andaman and Nicobar|CH Chandigarh|DH Dadra and Nagar Haveli and Daman and Diu|DH Dadra and Nagar Haveli|DH Daman and Diu|DL Delhi|DL New Delhi|DL NCT of Delhi|JK Jammu and Kashmir|LA Ladakh|LD Lakshadweep|PY Puducherry|PY Pondicherry'

/** Prefectures in the order of their official numbers. */
const JP =
  'Hokkaido 北海道|Aomori 青森県|Iwate 岩手県|Miyagi 宮城県|Akita 秋田県|Yamagata 山形県|Fukushima 福島県|Ibaraki 茨城県|Tochigi 栃木県|Gunma 群馬県|Saitama 埼玉県|Chiba 千葉県|Tokyo 東京都|Kanagawa 神奈川県|Niigata 新潟県|Toyama 富山県|Ishikawa 石川県|Fukui 福井県|Yamanashi 山梨県|Nagano 長野県|Gifu 岐阜県|Shizuoka 静岡県|Aichi 愛知県|Mie 三重県|Shiga 滋賀県|Kyoto 京都府|Osaka 大阪府|Hyogo 兵庫県|Nara 奈良県|Wakayama 和歌山県|Tottori 鳥取県|Shimane 島根県|Okayama 岡山県|Hiroshima 広島県|Yamaguchi 山口県|Tokushima 徳島県|Kagawa 香川県|Ehime 愛媛県|Kochi 高知県|Fukuoka 福岡県|Saga 佐賀県|Nagasaki 長崎県|Kumamoto 熊本県|Oita 大分県|Miyazaki 宮崎県|Kagoshima 鹿児島県|Okinawa 沖縄県'

/** A name in the form in which names are compared: capitals, no accents, no dots, `&` as AND. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .normalize('NFC')
    .toUpperCase()
    .replace(/\s*&\s*/g, ' AND ')
    .replace(/\s+/g, ' ')
    .trim()

const rowsOf = (rows: string): (readonly [code: string, name: string])[] =>
  rows.split('|').map((row) => [row.slice(0, row.indexOf(' ')), plainName(row.slice(row.indexOf(' ') + 1))])

const byName = (rows: string): ReadonlyMap<string, string> => new Map(rowsOf(rows).map(([code, name]) => [name, code]))

/** Prefectures are written with their number, in Japanese with and without the last sign, and in Latin with and without what it means. */
const prefectures: ReadonlyMap<string, string> = new Map(
  rowsOf(JP).flatMap(([latin, japanese], index): [string, string][] => {
    const code = plainName(latin)
    const number = String(index + 1).padStart(2, '0')
    const endings = ['', '-KEN', '-TO', '-FU', ' KEN', ' PREFECTURE', ' PREF'].map((end) => code + end)
    return [...endings, japanese, japanese.replace(/[県都府]$/, ''), number, `JP-${number}`].map((name) => [name, code])
  }),
)

/** The names of states, provinces and prefectures where a merchant's zones may name them, by country: plain name to code. */
export const STATE_NAMES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['US', byName(US)],
  ['CA', byName(CA)],
  ['AU', byName(AU)],
  ['MX', byName(MX)],
  ['BR', byName(BR)],
  ['IN', byName(IN)],
  ['JP', prefectures],
])
