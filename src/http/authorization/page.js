// The way to Seller Central and back: begin, confirm what Amazon began, and how it ended.
const by = (id) => document.getElementById(id)
const SAYS = {
  'callback-not-amazon': 'The address to go back to is not one of Amazon. Nothing was sent there.',
  'consent-unknown': 'This consent is not known here, or was begun by somebody else.',
  'consent-used': 'This consent was used already.',
  'consent-expired': 'This consent was begun more than ten minutes ago.',
  throttled: 'Too many are at this address at the moment. Try again in some minutes.',
  'sign-in': 'You are not signed in any more.',
  'not-allowed': 'You may not do this: it needs the permission “Edit Settings” of the merchant you work for.',
}
const AGAIN = { href: '/authorization', text: 'Begin again' }

function say(text, link) {
  by('says').textContent = text
  by('form').hidden = true
  const next = by('next')
  next.replaceChildren()
  if (!link) return
  const a = document.createElement('a')
  a.href = link.href
  a.textContent = link.text
  next.append(a)
}

const signInLink = () => ({
  href: `/sign-in?next=${encodeURIComponent(location.pathname + location.hash)}`,
  text: 'Sign in',
})

async function ask(method, path, body) {
  const headers = {}
  if (body) {
    const session = await fetch('/api/v1/session')
    if (session.ok) headers['millrace-csrf'] = (await session.json()).csrf
    headers['content-type'] = 'application/json'
  }
  const reply = await fetch(`/api/v1/authorization/${path}`, { method, headers, body: body && JSON.stringify(body) })
  const told = await reply.json()
  return { status: reply.status, told }
}

function refused({ status, told }) {
  if (status === 401) return say('Sign in to go on.', signInLink())
  if (told.code === 'plan-lacks-channel') {
    by('plan').hidden = false
    by('plan-says').textContent = `I agree: ${told.detail}`
    by('go').disabled = false
    return by('raise').focus()
  }
  return say(told.detail, AGAIN)
}

async function go(path, body) {
  by('go').disabled = true
  const answer = await ask('POST', path, { ...body, raisePlan: by('raise').checked })
  if (answer.status !== 200) return refused(answer)
  say('Taking you to Amazon…')
  location.assign(answer.told.address)
}

function showForm(submit) {
  by('form').hidden = false
  by('form').addEventListener('submit', (event) => {
    event.preventDefault()
    submit(by('region').value).catch(() => say('The server does not answer. Try again soon.', AGAIN))
  })
}

async function confirmVisit() {
  const visit = location.hash.slice(1)
  const answer = await ask('POST', 'visit', { visit })
  if (answer.status !== 200) return refused(answer)
  const { sellingPartnerId, merchant, regions, begunHere } = answer.told
  if (begunHere) return go('confirm', { visit, region: regions[0] })
  by('says').textContent = 'Amazon asks for whom this seller is connected.'
  by('for').textContent =
    `Seller ${sellingPartnerId} will be connected to ${merchant}. If that is another merchant of yours, switch to it first.`
  for (const option of [...by('region').options]) if (!regions.includes(option.value)) option.remove()
  return showForm((region) => go('confirm', { visit, region }))
}

async function showEnd() {
  const what = location.hash.slice(1)
  if (SAYS[what])
    return say(SAYS[what], what === 'sign-in' ? { href: '/sign-in?next=/authorization', text: 'Sign in' } : AGAIN)
  const { status, told } = await ask('GET', `consents/${encodeURIComponent(what)}`)
  if (status === 401) return say('Sign in to see how it ended.', signInLink())
  if (status !== 200) return say(told.detail, AGAIN)
  if (told.state === 'connected')
    return say(`${told.connection} is connected. Nothing is imported before you start it.`, {
      href: '/today',
      text: 'Go on',
    })
  return say(told.problem ? told.problem.sentence : 'This consent is not complete.', AGAIN)
}

const PAGES = {
  '/authorization': async () => {
    by('says').textContent = 'You are taken to Seller Central, and back here afterwards.'
    showForm((region) => go('begin', { region }))
  },
  '/authorization/confirm': confirmVisit,
  '/authorization/done': showEnd,
}
PAGES[location.pathname]().catch(() => say('The server does not answer. Try again soon.', AGAIN))
