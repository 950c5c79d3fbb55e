const at = (id) => document.getElementById(id)
const known = new Set()

/** Builds an element; text is set as text, so nothing from Amazon is ever read as HTML. */
function make(tag, { text, kind }, ...children) {
  const element = document.createElement(tag)
  if (kind) element.className = kind
  if (text !== undefined) element.textContent = text
  element.append(...children)
  return element
}

const STAGE_KIND = { 'Pre-ordered': 'waits', Hold: 'stopped', 'Completed Order': 'ended', Rejected: 'ended' }

function showOrders(orders) {
  const first = known.size === 0
  const rows = orders.map((order) => {
    const row = make('tr', { kind: !first && !known.has(order.number) ? 'fresh' : '' })
    known.add(order.number)
    const cells = [order.number, order.amazonOrderId, order.placed]
    row.append(...cells.map((text) => make('td', { text })))
    row.append(make('td', { text: order.items, kind: 'items' }))
    row.append(make('td', {}, make('span', { text: order.stage, kind: `stage ${STAGE_KIND[order.stage] ?? ''}` })))
    row.append(
      make('td', { text: order.method }),
      make('td', { text: order.center }),
      make('td', { text: order.total, kind: 'money' }),
    )
    return row
  })
  const none = make(
    'tr',
    {},
    Object.assign(make('td', { text: 'No order yet. The first ones arrive within seconds.' }), { colSpan: 8 }),
  )
  at('orders').replaceChildren(...(rows.length > 0 ? rows : [none]))
}

function showHeld(held) {
  const cards = held.map(({ amazonOrderId, received, sentences, mend }) => {
    const head = make(
      'div',
      {},
      make('span', { text: amazonOrderId, kind: 'id' }),
      make('span', { text: received, kind: 'when' }),
    )
    return make(
      'li',
      {},
      head,
      ...sentences.map((text) => make('p', { text })),
      make('div', { text: mend, kind: 'mend' }),
    )
  })
  const none = make('li', {
    text: 'Nothing is held. An order that cannot be imported waits here, with the sentence that says why.',
    kind: 'empty',
  })
  at('held').replaceChildren(...(cards.length > 0 ? cards : [none]))
}

function showSkipped(skipped) {
  const rows = skipped.map(({ amazonOrderId, why }) =>
    make('li', {}, make('span', { text: amazonOrderId, kind: 'id' }), make('span', { text: why, kind: 'why' })),
  )
  at('skipped').replaceChildren(
    ...(rows.length > 0 ? rows : [make('li', { text: 'Nothing was skipped.', kind: 'empty' })]),
  )
}

function show(state) {
  at('merchant').textContent = `${state.merchant} · Merchant ID ${state.merchantId} · times in ${state.timeZone}`
  at('counts').replaceChildren(
    ...state.counts.map(([name, n]) => make('div', {}, make('dt', { text: name }), make('dd', { text: n }))),
  )
  at('problems').hidden = state.problems.length === 0
  at('problems')
    .querySelector('ul')
    .replaceChildren(...state.problems.map((text) => make('li', { text })))
  showOrders(state.orders)
  showHeld(state.held)
  showSkipped(state.skipped)
  at('live').textContent = state.asked
  at('footer').textContent = state.footer
}

let running = false
let wanted = false
async function refresh() {
  wanted = true
  if (running) return
  running = true
  while (wanted) {
    wanted = false
    try {
      const answer = await fetch('/demo/state')
      if (!answer.ok) throw new Error(String(answer.status))
      show(await answer.json())
      at('live').className = 'live on'
    } catch {
      at('live').className = 'live off'
      at('live').textContent = 'Millrace does not answer. Is it still running?'
    }
  }
  running = false
}

const events = new EventSource('/demo/events')
events.addEventListener('changed', refresh)
events.addEventListener('open', refresh)
events.addEventListener('error', refresh)
setInterval(refresh, 15_000)
refresh()
