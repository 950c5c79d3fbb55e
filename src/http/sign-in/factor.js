import { ask, makePasskey } from './ask.js'
import { by, onClick, onSubmit, show } from './form.js'

/** Begins to set up a second factor: a fresh key for an authenticator app, as a picture and as text. */
export async function beginSetUp() {
  const { seed, svg } = await ask('POST', '/account/app')
  by('qr').src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  by('seed').textContent = seed.match(/.{1,4}/g).join(' ')
  show('set-up')
}

/** What becomes of the steps of setting up: recovery codes are shown where they are new, then `done` goes on. */
export function prepareSetUp(done) {
  const finish = ({ recoveryCodes, session }) => {
    if (recoveryCodes === null) return done(session)
    showCodes(recoveryCodes)
    by('codes-done').onclick = () => done(session)
  }
  onSubmit('confirm-form', async ({ code }) => finish(await ask('POST', '/account/app/confirm', { code })))
  onClick('make-passkey', async () => finish(await addPasskey(deviceName())))
  by('codes-saved').addEventListener('change', ({ target }) => {
    by('codes-done').disabled = !target.checked
  })
  onClick('copy-codes', async () => {
    await navigator.clipboard.writeText(codesText())
    by('copy-codes').textContent = 'Copied'
  })
  by('save-codes').addEventListener('click', () => {
    const href = `data:text/plain;charset=utf-8,${encodeURIComponent(codesText())}`
    Object.assign(document.createElement('a'), { href, download: 'millrace-recovery-codes.txt' }).click()
  })
}

/** Makes and keeps a passkey under a name. */
async function addPasskey(name) {
  const response = await makePasskey(await ask('POST', '/account/passkeys/options'))
  return ask('POST', '/account/passkeys', { name, response })
}

/** Shows recovery codes; one goes on when they are saved. */
export function showCodes(codes) {
  const items = codes.map((code) => Object.assign(document.createElement('li'), { textContent: code }))
  by('codes').replaceChildren(...items)
  by('codes-saved').checked = false
  by('codes-done').disabled = true
  by('copy-codes').textContent = 'Copy'
  show('codes')
}

const codesText = () => `${[...by('codes').children].map(({ textContent }) => textContent).join('\n')}\n`

const deviceName = () => {
  const agent = navigator.userAgent
  const [, name] =
    [
      [/iphone|ipad/i, 'iPhone or iPad'],
      [/android/i, 'Android phone'],
      [/mac/i, 'Mac'],
      [/windows/i, 'Windows computer'],
    ].find(([form]) => form.test(agent)) ?? []
  return name ?? 'This device'
}
