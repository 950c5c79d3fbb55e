import { ask } from './ask.js'
import { by, onSubmit, prepare, show, watchRules } from './form.js'

/** The link's secret stands behind the # of the address: no browser sends that to any server. */
const secret = location.hash.slice(1)
let who = { name: '', email: '' }

prepare()
watchRules(by('password'), () => who)
onSubmit('reset-form', async ({ password }) => {
  await ask('POST', '/password/reset', { secret, password })
  history.replaceState(null, '', location.pathname)
  show('done')
})
try {
  if (secret === '') throw new Error('The address is not complete: open the link from your mail as a whole.')
  who = await ask('POST', '/password/look', { secret })
  by('email').value = who.email
  show('reset')
} catch (refused) {
  by('over-why').textContent = refused.message
  show('over')
}
