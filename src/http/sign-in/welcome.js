import { ask, readSession } from './ask.js'
import { beginSetUp, prepareSetUp } from './factor.js'
import { by, onClick, onSubmit, prepare, show, watchRules } from './form.js'

/** The link's secret stands behind the # of the address: no browser sends that to any server. */
const secret = location.hash.slice(1)
const forget = () => history.replaceState(null, '', location.pathname)

const goOn = (session) => {
  forget()
  if (session.stage === 'set-up') return beginSetUp()
  location.assign(session.stage === 'ready' ? '/' : '/sign-in')
}

function over(why) {
  by('over-why').textContent = why
  show('over')
}

async function look() {
  const session = await readSession()
  if (secret === '') {
    // Whoever was interrupted while setting up goes on there.
    if (session) return goOn(session)
    return over('The address is not complete: open the link from your mail as a whole.')
  }
  const { email, merchant, by: inviter } = await ask('POST', '/invitation/look', { secret })
  const words = merchant === null ? 'to look after this deployment' : ['to work for ', strong(merchant)]
  for (const place of document.querySelectorAll('[data-invited]'))
    place.replaceChildren(
      'You are invited ',
      ...[words].flat().map((each) => each.cloneNode?.(true) ?? each),
      inviter === 'the command line' ? '.' : ` by ${inviter}.`,
    )
  for (const input of document.querySelectorAll('[data-email]')) input.value = email
  show(session?.stage === 'ready' && session.email === email ? 'known' : 'new')
}

const strong = (text) => Object.assign(document.createElement('strong'), { textContent: text })

prepare()
prepareSetUp(goOn)
watchRules(by('password'), () => ({ name: by('name').value, email: by('email').value }))
by('known').href = `/sign-in?next=${encodeURIComponent(location.pathname + location.hash)}`
onSubmit('new-form', async ({ name, password }) =>
  goOn(await ask('POST', '/invitation/accept', { secret, name, password })),
)
onClick('accept', async () => {
  await ask('POST', '/account/invitation', { secret })
  forget()
  location.assign('/')
})
await look().catch((refused) => over(refused.message))
