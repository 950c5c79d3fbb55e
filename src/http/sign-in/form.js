import { canPasskeys, Refused } from './ask.js'

export const by = (id) => document.getElementById(id)

/** Shows one step of a page and puts the cursor where it begins. */
export function show(step) {
  for (const section of document.querySelectorAll('[data-step]')) section.hidden = section.dataset.step !== step
  const shown = document.querySelector(`[data-step="${step}"]`)
  const first = shown?.querySelector('input:not([hidden]):not([readonly]), h1')
  if (first?.tagName === 'H1') first.tabIndex = -1
  first?.focus()
}

/** Says what went wrong: at the fields it is about, else in the place for it. */
export function tell(name, refused) {
  clear(name)
  const form = by(name)
  const rest = []
  for (const { field, why } of refused.fields ?? []) {
    const input = form?.elements?.namedItem(field)
    if (!input) rest.push(`${field} ${why}`)
    else mark(input, why)
  }
  const place = document.querySelector(`[data-error="${name}"]`)
  if (rest.length > 0 || (refused.fields ?? []).length === 0) place.textContent = rest.join('. ') || refused.message
  form?.querySelector?.('[aria-invalid="true"]')?.focus()
}

function mark(input, why) {
  input.setAttribute('aria-invalid', 'true')
  const box = input.closest('.field')
  const note = box.querySelector('.wrong') ?? Object.assign(document.createElement('p'), { className: 'wrong' })
  const sentence = why.charAt(0).toUpperCase() + why.slice(1)
  note.textContent = note.textContent ? `${note.textContent} ${sentence}.` : `${sentence}.`
  note.id = `${input.id}-wrong`
  input.setAttribute('aria-errormessage', note.id)
  box.append(note)
}

function clear(name) {
  const place = document.querySelector(`[data-error="${name}"]`)
  if (place) place.textContent = ''
  for (const note of by(name)?.querySelectorAll?.('.wrong') ?? []) note.remove()
  for (const input of by(name)?.querySelectorAll?.('[aria-invalid]') ?? []) input.removeAttribute('aria-invalid')
}

/** Runs the work of a button or form once at a time, and tells what went wrong beside it. */
export async function once(name, work) {
  const buttons = [...(by(name)?.querySelectorAll?.('button[type="submit"]') ?? []), by(name)].filter(
    (each) => each?.tagName === 'BUTTON',
  )
  if (buttons.some((button) => button.disabled)) return
  clear(name)
  for (const button of buttons) button.disabled = true
  try {
    await work()
  } catch (error) {
    // A person who closes the browser's own question knows that.
    if (error.name !== 'NotAllowedError' && error.name !== 'AbortError')
      tell(name, error instanceof Refused ? error : new Refused({ detail: `It did not work: ${error.message}` }))
  } finally {
    for (const button of buttons) button.disabled = false
  }
}

/** Sends a form by its work; empty fields are named before anything is sent. */
export function onSubmit(name, work) {
  by(name).addEventListener('submit', (event) => {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.target))
    const empty = [...event.target.elements].filter((each) => each.required && each.value.trim() === '')
    if (empty.length > 0) return tell(name, { fields: empty.map((each) => ({ field: each.name, why: 'is missing' })) })
    void once(name, () => work(values))
  })
}

export const onClick = (name, work) => by(name)?.addEventListener('click', () => void once(name, work))

/** Buttons that show a password, and whatever needs passkeys where the browser has none. */
export function prepare() {
  for (const button of document.querySelectorAll('[data-show]'))
    button.addEventListener('click', () => {
      const input = by(button.dataset.show)
      const isShown = input.type === 'text'
      input.type = isShown ? 'password' : 'text'
      button.textContent = isShown ? 'Show' : 'Hide'
      button.setAttribute('aria-pressed', String(!isShown))
    })
  if (!canPasskeys()) for (const each of document.querySelectorAll('[data-passkey]')) each.hidden = true
}

/** Shows while one types which rules a password keeps; the server has the last word. */
export function watchRules(input, person) {
  const list = input.closest('.field').querySelector('.rules')
  const rules = {
    length: (text) => [...text].length >= 12,
    small: (text) => /\p{Ll}/u.test(text),
    capital: (text) => /\p{Lu}/u.test(text),
    figure: (text) => /\p{Nd}/u.test(text),
    sign: (text) => /[^\p{L}\p{Nd}]/u.test(text),
    person: (text) => text !== '' && !partsOf(person()).some((part) => text.toLowerCase().includes(part)),
  }
  input.addEventListener('input', () => {
    const text = input.value.normalize('NFKC')
    for (const item of list.children) item.classList.toggle('kept', rules[item.dataset.rule](text))
  })
}

const partsOf = ({ name, email }) =>
  `${name} ${email.replace(/\.[^.@]+$/, '')}`
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= 3)
