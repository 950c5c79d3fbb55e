// npm run bench:console: the console before a million orders and 200,000 SKUs: how soon a page can be used, how long each list takes,
// how much JavaScript comes with the first page. Each beside its aim; ends with 1 where one is missed.
// -- --orders N --skus N: a smaller database, for tries. -- --only WORD,WORD: only the requests whose address holds one of them.
import { parseArgs } from 'node:util'
import { type BrowserContext, chromium } from '@playwright/test'
import { startDemo } from '../scripts/running-demo.ts'
import { filledFolder } from './console/database.ts'
import { type Asked, listRequests } from './console/requests.ts'
import { measureScreens, type Seen } from './console/screens.ts'
import { percentile, table } from './report.ts'

const AIMS = { screenMs: 1000, listMs: 100, scriptBytes: 250 * 1024 } as const
const LOADS = 20
/** So many pages into a list, and one that is far down. */
const LATER = [1, 20]

type Measured = { readonly name: string; readonly took: readonly number[]; readonly status: number }

async function enter(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${url}/sign-in?next=%2Fme`)
  await page.getByRole('button', { name: 'Olivia Harbor' }).click()
  await page.waitForURL('**/me')
}

/** The loads of one address, one after the other, from a page of the console. */
async function load(context: BrowserContext, path: string): Promise<Measured> {
  const page = context.pages()[0]
  if (!page) throw new Error('There is no page.')
  const { took, status } = await page.evaluate(
    async ([at, times]) => {
      const measured: number[] = []
      let last = 0
      for (let time = 0; time < times; time++) {
        const began = performance.now()
        const reply = await fetch(at)
        await reply.text()
        last = reply.status
        measured.push(performance.now() - began)
      }
      return { took: measured, status: last }
    },
    [path, LOADS] as const,
  )
  return { name: path.replace('/api/v1', ''), took, status }
}

/** Where later pages of a list begin. */
async function laterPages(context: BrowserContext, path: string): Promise<{ page: number; path: string }[]> {
  const found: { page: number; path: string }[] = []
  const join = path.includes('?') ? '&' : '?'
  let next: string | null = null
  for (let page = 1; page <= Math.max(...LATER); page++) {
    const after: string = next === null ? '' : `&after=${next}`
    const reply = await context.request.get(new URL(`${path}${join}limit=200${after}`, context.pages()[0]?.url()).href)
    next = reply.ok() ? (((await reply.json()) as { next: string | null }).next ?? null) : null
    if (next === null) break
    if (LATER.includes(page)) found.push({ page, path: `${path}${join}after=${next}` })
  }
  return found
}

/** What answers to no sample: the owner may not read it (a vendor's own lists), it is not there, or the sample has another form. */
const UNFIT = [400, 403, 404]

async function measureLists(context: BrowserContext, asked: readonly Asked[]): Promise<Measured[]> {
  const all: Measured[] = []
  for (const { path, isList } of asked) {
    const first = await load(context, path)
    all.push(first)
    if (UNFIT.includes(first.status)) continue
    for (const later of isList ? await laterPages(context, path) : [])
      all.push({
        ...(await load(context, later.path)),
        name: `${path.replace('/api/v1', '')}, after ${later.page * 200}`,
      })
  }
  return all
}

const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED')
const p95 = ({ took }: Pick<Measured, 'took'>) => percentile(took, 0.95)
const kib = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`

/** What is printed, and how many aims are missed. */
function report(seen: readonly Seen[], lists: readonly Measured[]): { text: string; missed: number } {
  const screens = seen.map(({ name, took }) => {
    const middle = percentile(took, 0.5)
    return { isMet: middle <= AIMS.screenMs, row: [name, `${middle.toFixed(0)} ms`, `${AIMS.screenMs} ms`] }
  })
  const scripts = seen.map(({ name, script }) => ({
    isMet: script <= AIMS.scriptBytes,
    row: [`JavaScript of ${name}, gzipped`, kib(script), kib(AIMS.scriptBytes)],
  }))
  const requests = lists.map((each) => ({
    isMet: p95(each) <= AIMS.listMs && each.status === 200,
    row: [
      each.status === 200 ? each.name : `${each.name} (answered ${each.status})`,
      `${percentile(each.took, 0.5).toFixed(0)} / ${p95(each).toFixed(0)} ms`,
      `${AIMS.listMs} ms`,
    ],
  }))
  const told = (head: string[], rows: readonly { isMet: boolean; row: string[] }[]) =>
    table([[...head, ''], ...rows.map(({ isMet, row }) => [...row, verdict(isMet)])])
  return {
    text: [
      told(['First screen usable, nothing kept by the browser', 'middle of 5', 'aim'], screens),
      told(['First load', 'measured', 'aim'], scripts),
      told([`${LOADS} loads of each request`, 'p50 / p95', 'aim of p95'], requests),
    ].join('\n\n'),
    missed: [...screens, ...scripts, ...requests].filter(({ isMet }) => !isMet).length,
  }
}

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    skus: { type: 'string', default: '200000' },
    only: { type: 'string', default: '' },
    port: { type: 'string', default: '4890' },
  },
})
const port = Number(values.port)
const folder = await filledFolder({ orders: Number(values.orders), skus: Number(values.skus), port })
const demo = await startDemo({ folder, port })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  const context = await browser.newContext()
  await enter(context, demo.url)
  const { asked, left } = listRequests()
  const wanted = asked.filter(({ path }) => values.only.split(',').some((word) => path.includes(word)))
  const all = await measureLists(context, wanted)
  // Last: a database that lay still for hours has work to make up for, which is no shop's usual minute.
  const seen = values.only === '' ? await measureScreens(browser, demo.url, await context.cookies()) : []
  const fits = all.filter(({ status }) => !UNFIT.includes(status))
  const { text, missed } = report(seen, fits)
  console.log(`${text}\n`)
  const unfit = all.filter((each) => !fits.includes(each)).map(({ name, status }) => `${name} (answered ${status})`)
  if (left.length + unfit.length > 0)
    console.log(`Not measured, since there is nothing to ask for:\n  ${[...left, ...unfit].join('\n  ')}\n`)
  console.log(missed === 0 ? 'Every aim is met.' : `${missed} aims are missed.`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  await browser.close()
  await demo.stop()
}
