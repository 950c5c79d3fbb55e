import { by, tell } from './form.js'
import { next } from './next.js'

/** In the demo one comes in as one of its invented people, with one click; elsewhere nobody answers here. */
async function showPeople() {
  const answer = await fetch('/demo/people')
  if (!answer.ok) return
  const { people } = await answer.json()
  by('demo').hidden = false
  by('demo-people').append(...people.map(buttonOf))
}

function buttonOf({ email, name, about }) {
  const row = document.createElement('li')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'second'
  const who = document.createElement('b')
  who.textContent = name
  const what = document.createElement('span')
  what.textContent = about
  button.append(who, what)
  button.addEventListener('click', () => void enter(email))
  row.append(button)
  return row
}

async function enter(email) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch('/demo/enter', { method: 'POST', headers, body: JSON.stringify({ email }) })
  if (answer.ok) location.assign(next())
  else tell('demo', new Error((await answer.json()).detail))
}

await showPeople()
