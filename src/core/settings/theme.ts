import { TEMPLATE_NAMES } from '../buyer-mails/words.ts'
import { type Checked, checkedAs, collectFaults, findTwice, isKey, isText } from './faults.ts'

/** A screen branding theme: its mails take sender, template and service contact from it (O7). */
export type Theme = {
  readonly code: string
  readonly name: string
  /** The address its mails come from. */
  readonly sender: string
  /** The name of its template for mails; empty for the plain one. */
  readonly template: string
  readonly service: { readonly name: string; readonly email: string; readonly phone: string }
}

/** Most themes of one merchant. */
export const MOST_THEMES = 200

/** What must hold to save the list of themes (O7); a code that orders or settings still carry stays. `used` are those codes. */
export function checkThemes(entered: readonly Theme[], used: ReadonlySet<string>): Checked<Theme[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_THEMES, 'themes', `may have at most ${MOST_THEMES} entries`)
  entered.slice(0, MOST_THEMES).forEach((theme, at) => {
    const field = `themes[${at}]`
    faults.need(isKey(theme.code, 20), `${field}.code`, 'must be 1 to 20 characters without a space at either end')
    faults.need(isText(theme.name, 1, 100), `${field}.name`, 'must be 1 to 100 characters')
    faults.need(isAddress(theme.sender), `${field}.sender`, 'must be an e-mail address')
    faults.need(
      theme.template === '' || TEMPLATE_NAMES.includes(theme.template),
      `${field}.template`,
      `must be empty or one of ${TEMPLATE_NAMES.join(', ')}`,
    )
    faults.need(isText(theme.service.name, 1, 100), `${field}.service.name`, 'must be 1 to 100 characters')
    faults.need(isAddress(theme.service.email), `${field}.service.email`, 'must be an e-mail address')
    faults.need(isText(theme.service.phone, 0, 40), `${field}.service.phone`, 'must be at most 40 characters')
  })
  const codes = entered.map((theme) => theme.code)
  findTwice(codes, (at) => `themes[${at}].code`, faults)
  for (const code of used) {
    if (!codes.includes(code)) faults.add('themes', `must keep the theme ${code}: the settings or orders carry it`)
  }
  return checkedAs([...entered], faults)
}

const isAddress = (text: string): boolean => isText(text, 3, 200) && /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text)
