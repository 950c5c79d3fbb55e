/** Where one wanted to go: a page of this deployment, never another site. */
export function next() {
  const wanted = new URLSearchParams(location.search).get('next') ?? '/'
  const url = new URL(wanted, location.origin)
  return url.origin === location.origin ? `${url.pathname}${url.search}${url.hash || location.hash}` : '/'
}
