import { ask, readSession, usePasskey } from './ask.js'
import { addPasskey, beginSetUp, prepareSetUp, showCodes } from './factor.js'
import { by, onClick, onSubmit, prepare, show, tell, watchRules } from './form.js'

let who = { name: '', email: '' }

const make = (tag, text, kind = '') =>
  Object.assign(document.createElement(tag), { textContent: text, className: kind })
const when = (instant) => new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** One line of a list: what it is, a small line beneath, and what can be done with it. */
function line(title, beneath, ...actions) {
  const item = document.createElement('li')
  const text = document.createElement('div')
  text.append(make('strong', title), make('small', beneath))
  item.append(text, ...actions)
  return item
}

function action(text, about, work) {
  const button = make('button', text, 'second small')
  button.type = 'button'
  button.setAttribute('aria-label', `${text}: ${about}`)
  button.addEventListener('click', () => void guarded(work))
  return button
}

/** Does what is asked; where a fresh second factor is needed, asks for it first and then does it. */
async function guarded(work) {
  tell('account', { message: '' })
  try {
    await work()
  } catch (refused) {
    if (refused.status === 401) return location.assign('/sign-in')
    if (refused.code === 'second-factor-needed') return askFactor(work)
    if (refused.name !== 'NotAllowedError') tell('account', refused)
    by('account').scrollIntoView()
  }
}

let waiting = null
function askFactor(work) {
  waiting = work
  by('code-form').reset()
  open('second-factor')
}
function open(step) {
  if (!by('dialog').open) by('dialog').showModal()
  show(step)
}
const close = () => by('dialog').close()

async function shown(body) {
  await ask('POST', '/session/second-factor', body)
  const work = waiting
  waiting = null
  close()
  if (work) await guarded(work)
}

async function showMerchants({ merchant, merchants }) {
  by('merchants').hidden = merchants.length === 0
  const lines = merchants.map((each) => {
    const beneath = [each.merchant, each.owner ? 'owner' : '', each.suspended ? 'suspended' : '']
      .filter(Boolean)
      .join(' · ')
    const now = each.merchant === merchant
    const choose = async () => showMerchants(await ask('POST', '/session/merchant', { merchant: each.merchant }))
    return line(each.name, beneath, now ? make('span', 'Working for', 'tag') : action('Work for', each.name, choose))
  })
  by('merchant-list').replaceChildren(...lines)
}

async function showFactors() {
  const { app, passkeys, recoveryCodesLeft } = await ask('GET', '/account/factors')
  const only = (app ? 1 : 0) + passkeys.length === 1
  const remove = (path, about) => {
    const forget = async () => {
      await ask('DELETE', path)
      await showAll()
    }
    return only ? make('span', 'Only one', 'tag') : action('Remove', about, forget)
  }
  const lines = [
    ...(app ? [line('Authenticator app', `since ${when(app)}`, remove('/account/app', 'the authenticator app'))] : []),
    ...passkeys.map(({ passkeyId, name, createdAt, lastUsedAt }) =>
      line(
        name,
        `passkey since ${when(createdAt)}${lastUsedAt ? `, last used ${when(lastUsedAt)}` : ''}`,
        remove(`/account/passkeys/${encodeURIComponent(passkeyId)}`, name),
      ),
    ),
    line('Recovery codes', `${recoveryCodesLeft} left`),
  ]
  by('factor-list').replaceChildren(...lines)
  by('add-app').textContent = app ? 'Move to another authenticator app' : 'Add an authenticator app'
}

async function showSessions() {
  const { rows } = await ask('GET', '/account/sessions')
  const lines = rows.map(({ sessionId, current, address, browser, signedInAt, lastUsedAt }) => {
    const end = async () => {
      await ask('DELETE', `/account/sessions/${sessionId}`)
      await showSessions()
    }
    const beneath = `${address} · since ${when(signedInAt)} · last used ${when(lastUsedAt)}`
    return line(browser, beneath, current ? make('span', 'This one', 'tag') : action('End', browser, end))
  })
  by('session-list').replaceChildren(...lines)
  by('end-others').disabled = rows.length < 2
}

const HOW = { next: 'right, second factor asked' }
async function showHistory() {
  const { rows } = await ask('GET', '/account/sign-ins')
  const lines = rows.map(({ at, how, outcome, address, browser }) => {
    const row = document.createElement('tr')
    const bad = outcome !== 'signed in' && outcome !== 'next'
    row.append(make('td', when(at)), make('td', how), make('td', HOW[outcome] ?? outcome, bad ? 'wrong' : ''))
    row.append(make('td', address), make('td', browser))
    return row
  })
  by('history').replaceChildren(...lines)
}

const showAll = () => Promise.all([showFactors(), showSessions(), showHistory()])

prepare()
prepareSetUp(async () => {
  close()
  await showAll()
})
watchRules(by('password'), () => who)
onClick('sign-out', async () => {
  await ask('DELETE', '/session')
  location.assign('/sign-in')
})
by('add-app').addEventListener(
  'click',
  () =>
    void guarded(async () => {
      await beginSetUp()
      document.querySelector('[data-step="set-up"] .or').hidden = true
      by('make-passkey').hidden = true
      open('set-up')
    }),
)
by('add-passkey').addEventListener('click', () => open('name-passkey'))
onSubmit('name-form', async ({ name }) => {
  close()
  await guarded(async () => {
    await addPasskey(name)
    await showAll()
  })
})
by('new-codes').addEventListener(
  'click',
  () =>
    void guarded(async () => {
      const { recoveryCodes, session } = await ask('POST', '/account/recovery-codes')
      open('codes')
      showCodes(recoveryCodes)
      by('codes-done').onclick = async () => {
        close()
        await showAll()
        who = session
      }
    }),
)
by('end-others').addEventListener(
  'click',
  () =>
    void guarded(async () => {
      await ask('DELETE', '/account/sessions')
      await showSessions()
    }),
)
onSubmit('password-form', async ({ current, password }) => {
  by('password-done').hidden = true
  await ask('PUT', '/account/password', { current, password })
  by('password-form').reset()
  by('password-done').hidden = false
  await showAll()
})
onSubmit('code-form', ({ code }) => shown({ code }))
onClick('second-passkey', async () =>
  shown({ passkey: await usePasskey(await ask('POST', '/session/second-factor/options')) }),
)
by('dialog-close').addEventListener('click', close)
// Codes that are shown once are not lost by a stray key.
by('dialog').addEventListener('cancel', (event) => {
  if (!document.querySelector('[data-step="codes"]').hidden) event.preventDefault()
})

const session = await readSession()
if (session?.stage !== 'ready') location.replace('/sign-in?next=/account')
else {
  who = session
  by('who').textContent = session.email
  by('name').textContent = session.name
  by('address').textContent = session.operator ? `${session.email} · operator of this deployment` : session.email
  for (const input of document.querySelectorAll('[data-email]')) input.value = session.email
  await showMerchants(session)
  await showAll()
  by('account').hidden = false
}
