const at = (id) => document.getElementById(id)
let mails = []
let chosen = null
let form = 'text'

/** Builds an element; text is set as text, so nothing of a mail is ever read as HTML here. */
function make(tag, { text, kind, ...attributes }, ...children) {
  const element = document.createElement(tag)
  if (kind) element.className = kind
  if (text !== undefined) element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

const STATE_KIND = { waiting: 'waits', unclear: 'waits', refused: 'stopped', removed: 'ended', kept: 'ended' }
const badge = ({ state }) => make('span', { text: state, kind: `stage ${STATE_KIND[state] ?? ''}` })

function showList() {
  at('count').textContent = mails.length === 0 ? '' : String(mails.length)
  const rows = mails.map((mail) => {
    const button = make(
      'button',
      { type: 'button', ...(mail.id === chosen ? { 'aria-current': 'true' } : {}) },
      make('span', { text: mail.subject, kind: 'subject' }),
      make('span', { kind: 'line' }, make('span', { text: mail.to, kind: 'to' }), make('time', { text: mail.written })),
    )
    button.addEventListener('click', () => choose(mail.id))
    return make('li', {}, button)
  })
  const none = make('li', { text: 'No mail was written yet. Problems are told after some seconds.', kind: 'empty' })
  at('list').replaceChildren(...(rows.length > 0 ? rows : [none]))
}

/** A mail's text; an address of this very program can be followed. */
function textOf(text) {
  const pre = make('pre', {})
  for (const part of text.split(/(https?:\/\/[^\s<>"]+)/)) {
    const ours = part.startsWith(`${location.origin}/`)
    pre.append(ours ? make('a', { text: part, href: part }) : part)
  }
  return pre
}

function bodyOf(mail) {
  if (mail.text === null)
    return [make('p', { text: 'Not shown: it holds buyer data, which stays in the vault.', kind: 'masked' })]
  const toggles = ['text', 'html'].map((each) => {
    const button = make('button', {
      text: each === 'text' ? 'Text' : 'HTML',
      type: 'button',
      'aria-pressed': String(form === each),
    })
    button.addEventListener('click', () => {
      form = each
      showMail()
    })
    return button
  })
  const address = `/demo/mailbox/${encodeURIComponent(mail.id)}`
  const body =
    form === 'text'
      ? textOf(mail.text)
      : make('iframe', { src: address, sandbox: '', title: 'The mail as HTML', referrerpolicy: 'no-referrer' })
  return [make('div', { kind: 'forms', role: 'group', 'aria-label': 'How the mail is shown' }, ...toggles), body]
}

function showMail() {
  const mail = mails.find(({ id }) => id === chosen)
  if (!mail) return at('mail').replaceChildren(make('p', { text: 'Choose a mail to read it.', kind: 'empty' }))
  const pairs = [
    ['To', mail.to],
    ['Written', mail.written],
    ['About', mail.about],
    ...(mail.problem ? [['Problem', mail.problem]] : []),
  ]
  at('mail').replaceChildren(
    make('h2', { text: mail.subject }),
    make(
      'dl',
      {},
      ...pairs.flatMap(([name, text]) => [make('dt', { text: name }), make('dd', { text })]),
      make('dt', { text: 'State' }),
      make('dd', {}, badge(mail)),
    ),
    ...bodyOf(mail),
  )
}

function choose(id) {
  chosen = id
  showList()
  showMail()
  if (matchMedia('(max-width: 760px)').matches) at('mail').scrollIntoView({ block: 'start' })
}

async function refresh() {
  try {
    const answer = await fetch('/demo/mailbox')
    if (!answer.ok) throw new Error(String(answer.status))
    const next = await answer.json()
    at('footer').textContent = next.footer
    if (JSON.stringify(next.mails) === JSON.stringify(mails) && mails.length > 0) return
    const before = mails.find(({ id }) => id === chosen)
    mails = next.mails
    chosen ??= mails[0]?.id ?? null
    const focused = [...at('list').querySelectorAll('button')].indexOf(document.activeElement)
    showList()
    if (focused >= 0) at('list').querySelectorAll('button')[focused]?.focus()
    if (JSON.stringify(before) !== JSON.stringify(mails.find(({ id }) => id === chosen))) showMail()
  } catch {
    at('footer').textContent = 'Millrace does not answer. Is it still running?'
  }
}

showList()
setInterval(refresh, 5_000)
refresh()
