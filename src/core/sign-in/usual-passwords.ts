/**
 * Words that stand at the head of every list of passwords that people choose. It is a short list of our own, not a record of breached
 * passwords: with the figures and signs around them taken off, it refuses whatever is only such words.
 */
const WORDS =
  `password passwort passwd pass word welcome willkommen bienvenue qwerty qwertz azerty letmein admin administrator root user login guest
  test testing default changeme change temp temporary secret secure security private access computer internet server system master
  office company business manager account money dollar summer winter spring autumn fall january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
  iloveyou love lovely loveme sweet sweetheart honey baby babygirl angel princess prince queen king sunshine flower rainbow butterfly
  monkey dragon tiger lion eagle falcon phoenix wolf bear panda kitty puppy horse dolphin shark chicken cookie chocolate banana orange
  apple cherry pepper ginger football baseball basketball soccer hockey golf tennis yankees cowboys lakers steelers arsenal liverpool
  chelsea barcelona madrid juventus superman batman spiderman starwars pokemon pikachu naruto minecraft matrix ninja hunter killer
  shadow ghost wizard magic merlin mustang ferrari porsche mercedes corvette harley yamaha honda toyota freedom liberty america
  london paris berlin newyork texas california canada mexico france germany italy spain england michael jordan jennifer jessica
  ashley michelle daniel david robert thomas andrew joshua matthew charlie george william james john maria anna sarah laura nicole
  samantha amanda alexander andrea christian anthony richard hello goodbye please trustno trust nothing whatever something anything
  samsung google facebook twitter instagram youtube microsoft windows linux apple iphone android amazon ebay paypal netflix spotify
  seller sellercentral central millrace orders shipping warehouse shop store market christmas easter holiday birthday family friends
  mother father mommy daddy sister brother happy lucky smile peace forever blessed jesus christ faith hope heaven music guitar
  dancer gamer player winner champion number one two three four five six seven eight nine ten zero black white green blue red
  yellow purple pink silver gold diamond star stars moon earth ocean river mountain forest fire water ice storm thunder lightning
  correct horse battery staple abc abcd abcdef xyz qwe asd zxc asdf zxcv qwer asdfgh zxcvbn qazwsx`
    .split(/\s+/)
    .filter((word) => word.length >= 3)

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
]
const LONGEST_RUN = 5

/** Figures and signs that stand for letters. */
const LETTERS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
  '1': 'i',
  '!': 'i',
}

/** Why a password is one that many people choose, or null: common words with figures around them, a row of keys, one sign again and again (D16). */
export function whyUsual(password: string): string | null {
  const small = password.toLowerCase()
  if (/(.)\1{3}/u.test(small)) return 'must not repeat one character four times'
  if (hasRun(small)) return 'must not hold a row of keys or figures, such as 12345 or qwert'
  const plain = small.replace(/[^\p{L}]/gu, '')
  // Figures and signs at the end are an ending, not letters.
  const read = small
    .replace(/[^\p{L}]+$/u, '')
    .replace(/[@40$35!71]/g, (sign) => LETTERS[sign] ?? sign)
    .replace(/[^\p{L}]/gu, '')
  return [plain, read].some((letters) => isOnlyWords(letters, 3))
    ? 'must be more than common words with figures and signs'
    : null
}

function hasRun(text: string): boolean {
  const runs = ROWS.flatMap((row) => [row, [...row].reverse().join('')])
  for (let at = 0; at + LONGEST_RUN <= text.length; at++) {
    const part = text.slice(at, at + LONGEST_RUN)
    if (runs.some((row) => row.includes(part))) return true
  }
  return false
}

/** True for letters that are one, two or three words of the list and nothing else. */
function isOnlyWords(letters: string, most: number): boolean {
  if (letters === '') return most < 3
  if (most === 0) return false
  return WORDS.some((word) => letters.startsWith(word) && isOnlyWords(letters.slice(word.length), most - 1))
}
