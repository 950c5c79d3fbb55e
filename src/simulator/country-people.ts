import type { Address } from './order-document.ts'
import type { Random } from './random.ts'

type Town = readonly [city: string, region: string | undefined, postalCode: string]

/** Who buys in a country and where they live: invented people in invented towns, with regions and postal codes that exist. */
type People = {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly familyFirst?: boolean
  readonly towns: readonly Town[]
  readonly dial: string
  readonly street: (random: Random) => Partial<Address>
}

const PEOPLE: Readonly<Record<string, People>> = {
  CA: {
    given: ['Zoé', 'Liam', 'Aurélie', 'Owen'],
    family: ['Example', 'Exemple', 'Sample', 'Inventé'],
    towns: [
      ['Samplecouver', 'BC', 'V5K 0A1'],
      ['Exampleton', 'ON', 'M5H 2N2'],
      ['Ville-Exemple', 'QC', 'H2Y 1C6'],
    ],
    dial: '+1',
    street: (random) => ({ addressLine1: `${random.whole(1, 899)} Rue Exemple` }),
  },
  MX: {
    given: ['José', 'Lucía', 'Íñigo', 'Ximena'],
    family: ['Ejemplo', 'Muestra', 'Ficticio', 'Peñalver Inventado'],
    towns: [
      ['Ciudad Ejemplo', 'Ciudad de México', '03100'],
      ['San Ejemplo', 'Jalisco', '44100'],
    ],
    dial: '+52',
    street: (random) => ({
      addressLine1: `Calle de la Muestra ${random.whole(1, 400)}`,
      addressLine2: `Int. ${random.whole(1, 30)}`,
      districtOrCounty: 'Colonia Inventada',
      municipality: 'Municipio Ficticio',
    }),
  },
  BR: {
    given: ['João', 'Conceição', 'Luísa', 'Otávio'],
    family: ['Exemplo', 'Amostra', 'Fictício', 'da Invenção'],
    towns: [
      ['São Exemplo', 'SP', '01310-000'],
      ['Belo Exemplo', 'MG', '30130-000'],
    ],
    dial: '+55',
    street: (random) => {
      const streetName = 'Rua da Amostra'
      const streetNumber = String(random.whole(1, 999))
      const complement = `Apto ${random.whole(1, 90)}`
      return {
        addressLine1: `${streetName}, ${streetNumber}`,
        addressLine2: complement,
        extendedFields: { streetName, streetNumber, complement, neighborhood: 'Jardim Fictício' },
      }
    },
  },
  GB: {
    given: ['Imogen', 'Alfie', 'Siân', 'Rhys'],
    family: ['Example', 'Sample', 'Placeholder', "O'Madeup"],
    towns: [
      ['Sampleford', 'Greater Manchester', 'M1 9ZZ'],
      ['Exampleham', undefined, 'B1 9ZZ'],
      ['Inverexample', 'Scotland', 'IV1 9ZZ'],
    ],
    dial: '+44',
    street: (random) => ({
      addressLine1: `Flat ${random.whole(1, 20)}`,
      addressLine2: `${random.whole(1, 200)} Sample Mews`,
    }),
  },
  DE: {
    given: ['Jürgen', 'Änne', 'Björn', 'Käthe'],
    family: ['Beispiel', 'Mustermann', 'Größenwahn', 'Erfunden'],
    towns: [
      ['Musterstadt', undefined, '10115'],
      ['Beispielhausen', 'Bayern', '80331'],
      ['Groß Erfunden', undefined, '20095'],
    ],
    dial: '+49',
    street: (random) => ({ addressLine1: `Musterstraße ${random.whole(1, 199)}` }),
  },
  FR: {
    given: ['Zoé', 'Anaïs', 'Benoît', 'Loïc'],
    family: ['Exemple', 'Modèle', 'Fictif', 'Œuvre'],
    towns: [['Exempleville', undefined, '75002']],
    dial: '+33',
    street: (random) => ({ addressLine1: `${random.whole(1, 99)} rue du Modèle` }),
  },
  IT: {
    given: ['Niccolò', 'Giada'],
    family: ['Esempio', 'Inventato'],
    towns: [['Esempiopoli', 'RM', '00118']],
    dial: '+39',
    street: (random) => ({ addressLine1: `Via dell'Esempio ${random.whole(1, 99)}` }),
  },
  ES: {
    given: ['Íñigo', 'Begoña'],
    family: ['Ejemplo', 'Muñoz Inventado'],
    towns: [['Villaejemplo', 'Madrid', '28013']],
    dial: '+34',
    street: (random) => ({ addressLine1: `Calle del Ejemplo, ${random.whole(1, 99)}, 3º B` }),
  },
  JP: {
    given: ['花子', '太郎', 'さくら', '健一'],
    family: ['見本', '例文', '架空', '仮名'],
    familyFirst: true,
    towns: [
      ['見本区', '東京都', '100-0001'],
      ['架空市', '大阪府', '530-0001'],
      ['例示市', '北海道', '060-0001'],
    ],
    dial: '+81',
    street: (random) => ({
      addressLine1: `見本町${random.whole(1, 9)}-${random.whole(1, 30)}-${random.whole(1, 20)}`,
      addressLine2: `サンプルハイツ${random.whole(101, 909)}号室`,
    }),
  },
  AU: {
    given: ['Kirra', 'Angus'],
    family: ['Example', 'Madeup'],
    towns: [['Sampleong', 'VIC', '3220']],
    dial: '+61',
    street: (random) => ({ addressLine1: `Unit ${random.whole(1, 12)}/${random.whole(1, 90)} Example Parade` }),
  },
  IN: {
    given: ['Anaya', 'Vihaan'],
    family: ['Udaharan', 'Namoona'],
    towns: [['Namoonapur', 'KARNATAKA', '560001']],
    dial: '+91',
    street: (random) => ({ addressLine1: `${random.whole(1, 99)}, 2nd Cross`, addressLine2: 'Example Layout' }),
  },
}

/** An invented buyer of a country; undefined where the people of the United States stand in. */
export function inventCountryName(country: string, random: Random): string | undefined {
  const people = PEOPLE[country]
  if (!people) return undefined
  const [given, family] = [random.pick(people.given), random.pick(people.family)]
  return people.familyFirst ? `${family} ${given}` : `${given} ${family}`
}

/** An invented address in a country; phone numbers are from the range kept for fiction. */
export function inventCountryAddress(country: string, name: string, random: Random): Address | undefined {
  const people = PEOPLE[country]
  if (!people) return undefined
  const [city, stateOrRegion, postalCode] = random.pick(people.towns)
  return {
    name,
    ...people.street(random),
    city,
    ...(stateOrRegion === undefined ? {} : { stateOrRegion }),
    postalCode,
    countryCode: country,
    phone: `${people.dial} 555-01${random.digits(2)}`,
    addressType: 'RESIDENTIAL',
  }
}
