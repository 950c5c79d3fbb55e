import { ask, readSession, usePasskey } from './ask.js'
import { beginSetUp, prepareSetUp } from './factor.js'
import { by, onClick, onSubmit, prepare, show, tell, watchRules } from './form.js'
import { next } from './next.js'

let who = { name: '', email: '' }

/** Goes to whatever the session asks for before anything else. */
async function goOn(session) {
  who = session
  for (const input of document.querySelectorAll('[data-email]')) input.value = session.email
  if (session.stage === 'ready') return location.assign(next())
  if (session.stage === 'set-up') return beginSetUp()
  show(session.stage)
}

prepare()
prepareSetUp(goOn)
watchRules(by('renewed'), () => who)
onSubmit('begin-form', async ({ email, password }) => {
  await goOn(await ask('POST', '/session', { email, password }))
  by('password').value = ''
})
onClick('passkey', async () => {
  const response = await usePasskey(await ask('POST', '/session/passkey/options'))
  await goOn(await ask('POST', '/session/passkey', { response }))
})
const factor = async (shown) => {
  try {
    await goOn(await ask('POST', '/session/second-factor', shown))
  } catch (refused) {
    if (refused.status !== 401) throw refused
    show('begin')
    tell('begin-form', refused)
  }
}
onSubmit('code-form', ({ code }) => factor({ code }))
onSubmit('recovery-form', ({ recoveryCode }) => factor({ recoveryCode }))
onClick('second-passkey', async () =>
  factor({ passkey: await usePasskey(await ask('POST', '/session/second-factor/options')) }),
)
onSubmit('renew-form', async ({ current, password }) =>
  goOn(await ask('PUT', '/account/password', { current, password })),
)

by('other-code').addEventListener('click', ({ target }) => {
  const isRecovery = by('recovery-form').hidden
  by('recovery-form').hidden = !isRecovery
  by('code-form').hidden = isRecovery
  target.textContent = isRecovery ? 'Use the authenticator app' : 'Use a recovery code'
  by(isRecovery ? 'recovery' : 'code').focus()
})
onClick('start-over', async () => {
  await ask('DELETE', '/session').catch(() => {})
  show('begin')
})
by('forgotten').addEventListener('click', () => {
  by('forgotten-email').value = by('email').value
  by('forgotten-done').hidden = true
  show('forgotten')
})
by('back').addEventListener('click', () => show('begin'))
onSubmit('forgotten-form', async ({ email }) => {
  const { sentence } = await ask('POST', '/password/forgotten', { email })
  by('forgotten-done').textContent = sentence
  by('forgotten-done').hidden = false
})

const OVER =
  'You were signed out: your session has ended, or your access here was taken away. Sign in again, or ask whoever looks after the users.'
const session = await readSession().catch(() => null)
if (!session && new URLSearchParams(location.search).has('over')) {
  by('notice').textContent = OVER
  by('notice').hidden = false
}
if (session) await goOn(session)
