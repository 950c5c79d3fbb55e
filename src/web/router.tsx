import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queries } from './api.ts'
import { firstPage } from './navigation.ts'
import { readAmazonSearch } from './pages/amazon/amazon-search.ts'
import { readAuditSearch } from './pages/audit/audit-search.ts'
import { readDeploymentSearch } from './pages/deployment/deployment-search.ts'
import { readErrorSearch } from './pages/errors/errors-search.ts'
import { readItemSearch, readItemsSearch, readMatchSearch } from './pages/items/items-search.ts'
import { readOrderSearch } from './pages/order-search.ts'
import { queuePages } from './pages/shipping/queue-pages.ts'
import { readShippingSearch, type ShippingSearch } from './pages/shipping/shipping-search.ts'
import { readStockSearch } from './pages/stock/stock-search.ts'
import { readSubmissionsSearch } from './pages/submissions/submissions-search.ts'
import { readUsersSearch } from './pages/users/users-search.ts'
import { type PagesAsked, pagesOf } from './parts/pages-of.ts'
import { Shell } from './parts/Shell.tsx'
import { sessionQuery } from './session.ts'

/** What a page shows first is asked for while the page itself is still on its way; what fails, the page tells. */
const fetchAhead = <Row,>(...asked: PagesAsked<Row>): void => {
  void queries.prefetchInfiniteQuery(pagesOf(...asked))
}

/** Every page is for people who are signed in; others are sent to sign in, and come back here after it. */
const root = createRootRoute({
  component: Shell,
  beforeLoad: async ({ location: { href, pathname } }) => {
    const session = await queries.ensureQueryData(sessionQuery)
    if (session?.stage === 'ready') {
      // An operator without a merchant has pages of the deployment only (M2).
      if (session.operator && session.merchant === null && !['/deployment', '/me'].includes(pathname))
        throw redirect({ to: '/deployment' })
      return
    }
    location.assign(`/sign-in?next=${encodeURIComponent(href)}`)
    await new Promise(() => {})
  },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    throw redirect({ to: firstPage(await queries.ensureQueryData(sessionQuery)) })
  },
})
/** Whoever may not see orders lands on the first page that they may see. */
const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  beforeLoad: async () => {
    const first = firstPage(await queries.ensureQueryData(sessionQuery))
    if (first !== '/today') throw redirect({ to: first })
  },
  component: lazyRouteComponent(() => import('./pages/TodayPage.tsx'), 'TodayPage'),
})
/** What a page reads of its address, and nothing else of it: the router would keep what the page passed over. */
const only =
  <Search extends object>(read: (typed: Record<string, unknown>) => Search) =>
  (typed: Record<string, unknown>): Search => ({
    ...Object.fromEntries(Object.keys(typed).map((name) => [name, undefined])),
    ...read(typed),
  })

/** The filters of the list stand in the address, so that it can be kept and sent. */
export const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: only(readOrderSearch),
  component: lazyRouteComponent(() => import('./pages/OrdersPage.tsx'), 'OrdersPage'),
})
export const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$order',
  component: lazyRouteComponent(() => import('./pages/OrderPage.tsx'), 'OrderPage'),
})
const channels = createRoute({
  getParentRoute: () => root,
  path: '/orders/channels',
  component: lazyRouteComponent(() => import('./pages/channels/ChannelsPage.tsx'), 'ChannelsPage'),
})
const shipping = createRoute({
  getParentRoute: () => root,
  path: '/shipping',
  validateSearch: only(readShippingSearch),
  loaderDeps: ({ search }: { search: ShippingSearch }) => search,
  loader: ({ deps }) => fetchAhead(...queuePages(deps)),
  component: lazyRouteComponent(() => import('./pages/ShippingPage.tsx'), 'ShippingPage'),
})
const errors = createRoute({
  getParentRoute: () => root,
  path: '/errors',
  validateSearch: only(readErrorSearch),
  component: lazyRouteComponent(() => import('./pages/ErrorLogPage.tsx'), 'ErrorLogPage'),
})

/** Which part is shown stands in the address. */
export const users = createRoute({
  getParentRoute: () => root,
  path: '/users',
  validateSearch: only(readUsersSearch),
  component: lazyRouteComponent(() => import('./pages/users/UsersPage.tsx'), 'UsersPage'),
})

/** The tab stands in the address. */
export const amazon = createRoute({
  getParentRoute: () => root,
  path: '/amazon',
  validateSearch: only(readAmazonSearch),
  component: lazyRouteComponent(() => import('./pages/AmazonPage.tsx'), 'AmazonPage'),
})

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: only(readAuditSearch),
  component: lazyRouteComponent(() => import('./pages/audit/AuditPage.tsx'), 'AuditPage'),
})

const items = createRoute({
  getParentRoute: () => root,
  path: '/items',
  validateSearch: only(readItemsSearch),
  component: lazyRouteComponent(() => import('./pages/items/ItemsPage.tsx'), 'ItemsPage'),
})
const item = createRoute({
  getParentRoute: () => root,
  path: '/items/$item',
  validateSearch: only(readItemSearch),
  component: lazyRouteComponent(() => import('./pages/items/ItemPage.tsx'), 'ItemPage'),
})
const stock = createRoute({
  getParentRoute: () => root,
  path: '/stock',
  validateSearch: only(readStockSearch),
  component: lazyRouteComponent(() => import('./pages/stock/StockPage.tsx'), 'StockPage'),
})
const submissions = createRoute({
  getParentRoute: () => root,
  path: '/submissions',
  validateSearch: only(readSubmissionsSearch),
  component: lazyRouteComponent(() => import('./pages/submissions/SubmissionsPage.tsx'), 'SubmissionsPage'),
})
const match = createRoute({
  getParentRoute: () => root,
  path: '/items/match',
  validateSearch: only(readMatchSearch),
  component: lazyRouteComponent(() => import('./pages/items/MatchPage.tsx'), 'MatchPage'),
})
const deployment = createRoute({
  getParentRoute: () => root,
  path: '/deployment',
  validateSearch: only(readDeploymentSearch),
  component: lazyRouteComponent(() => import('./pages/deployment/DeploymentPage.tsx'), 'DeploymentPage'),
})
const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./pages/MePage.tsx'), 'MePage'),
})

/** Every page of the console; the tests of accessibility walk this list. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    today,
    orders,
    order,
    channels,
    shipping,
    errors,
    users,
    audit,
    items,
    item,
    stock,
    submissions,
    match,
    deployment,
    me,
    amazon,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Begins to fetch who is signed in and the page of the address at once: neither needs to wait for the other. */
export function fetchFirst(): void {
  void queries.prefetchQuery(sessionQuery)
  const [matched] = router.getMatchedRoutes(location.pathname)
  for (const { options } of matched) void (options.component as Preloaded | undefined)?.preload?.()
}
type Preloaded = { readonly preload?: () => Promise<void> }
