// Runs in the page: `run-in-page.ts` sends it there as text.

/** How an element and what stands around it look. */
function lookOf(element) {
  return [element, element.parentElement, element.nextElementSibling]
    .filter((each) => each !== null)
    .map((each) => {
      const style = getComputedStyle(each)
      const outline = style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor
      return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join()
    })
    .join('|')
}

globalThis.inPage = {
  /** Remembers how everything looks without focus, and compares at each stop; what it finds is `noted`. */
  watchFocus() {
    globalThis.noted = { stops: [], unseen: [], round: false }
    // From the very beginning, wherever the page has put the focus.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    const before = new Map()
    for (const each of document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]'))
      before.set(each, lookOf(each))
    const known = new Set()
    document.addEventListener('focusin', ({ target }) => {
      if (noted.round) return
      if (known.has(target)) {
        noted.round = [...known][0] === target
        return
      }
      known.add(target)
      const name =
        target.getAttribute('aria-label') || target.textContent?.trim().slice(0, 40) || target.id || target.tagName
      noted.stops.push(name)
      if (before.has(target) && before.get(target) === lookOf(target)) noted.unseen.push(name)
    })
  },

  /** What reaches out of the page to the right, where the page can be scrolled sideways. */
  tooWide() {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.querySelectorAll('main *')].filter(
      (each) => each.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth - clientWidth} px`, ...out.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))]
  },

  /** Everything in which a browser could keep what a page has shown. */
  async keeps() {
    const source = await (await fetch(location.href)).text()
    const fetched = performance.getEntriesByType('resource').map((each) => each.name)
    const stored = [{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases()]
    const cached = await globalThis.caches.keys()
    return JSON.stringify([source, location.href, document.title, history.state, fetched, stored, cached])
  },
}
