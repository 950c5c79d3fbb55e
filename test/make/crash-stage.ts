import { expect } from 'vitest'
import { openHintQueue } from '#amazon/hint-queue.ts'
import type { Deps } from '#flows/deps.ts'
import { takeHints } from '#flows/take-hints.ts'
import { runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import type { Pool } from '#store/db.ts'
import type { Control } from '../../src/simulator/control.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { openLine } from './amazon-line.ts'
import { Boundaries, type Boundary, type Fault } from './boundaries.ts'
import { keepCopy, putBack, readState } from './crash-state.ts'
import type { Scene, Story } from './crash-story.ts'
import { makeDatabase } from './database.ts'
import { NO_AUDITS } from './no-audits.ts'
import { programAt } from './program-at.ts'
import { START } from './seller.ts'

const PAGE_SIZE = 4

/** How a scene ended: the state it left and the boundaries it met. */
export type Played = { readonly state: Record<string, unknown>; readonly met: readonly Boundary[] }

/** What is different in a run: where it breaks, and the broken variant of Millrace that it runs. */
export type Difference = { readonly fault?: Fault; readonly early?: RegExp }

/** A stage as tests use it. */
export type Stage = Awaited<ReturnType<typeof openStage>>

/** A database, a line to a simulated Amazon, and a story's scenes played once without a fault: how each must end. */
export async function openStage({ scenes, notBefore, without, byMillrace = false, repeats = false, queue }: Story) {
  const database = await makeDatabase()
  const owner = database.ownerPool()
  const boundaries = new Boundaries(owner)
  const line = await openLine({ pageSize: PAGE_SIZE, boundaries })
  const parts = {
    app: boundaries.pool(database.appPool()),
    vault: boundaries.pool(database.vaultPool()),
    line: line.url,
    queue,
  }

  /** Amazon as it stands when a scene begins: all that happened there before happens again. */
  const amazonBefore = async (number: number) => {
    const simulator = await startSimulator({ clock: 'virtual', start: START })
    simulator.control.setLag({ fixed: 0 })
    if (queue) simulator.control.putQueue()
    for (const scene of scenes.slice(0, number)) {
      scene.atAmazon?.(simulator.control)
      for (const moment of scene.moments) simulator.control.advance(moment)
    }
    line.target = simulator.url
    return simulator
  }

  /** Plays one scene from where the scene before it ended. */
  const play = async (number: number, difference: Difference = {}): Promise<Played> => {
    const scene = scenes[number] as Scene
    const simulator = await amazonBefore(number)
    try {
      boundaries.arm(null)
      await putBack(owner, number)
      boundaries.arm(difference.fault ?? null, difference.early ?? null)
      await playScene(scene, {
        boundaries,
        pool: parts.app,
        control: simulator.control,
        start: () => program(parts, simulator.control),
      })
      const { met } = boundaries
      boundaries.arm(null)
      const state = await readState(owner)
      const after = program(parts, simulator.control)
      const vault = await openAll(after, owner)
      const { feeds, ...amazon } = atAmazon(simulator.control)
      const whole = { ...state, ...(await readAudit(after)), vault, amazon: repeats ? amazon : { ...amazon, feeds } }
      const compared = repeats ? { ...whole, submissions: [] } : whole
      return { state: byMillrace ? withoutInstants(compared) : compared, met }
    } finally {
      await simulator.close()
    }
  }

  const simulator = await amazonBefore(0)
  await seedSampleMerchant(program(parts, simulator.control), notBefore)
  await owner.query('delete from deployment.due where kind = any($1)', [without])
  await owner.query(NO_AUDITS)
  await boundaries.quiet()
  await simulator.close()
  const unbroken: Played[] = []
  for (const number of scenes.keys()) {
    // Amazon is made anew for each scene, and names its feeds as before: those of earlier scenes are not its own.
    await owner.query(`update millrace.submissions set feed_id = 'earlier ' || submission_id`)
    await keepCopy(owner, number)
    const played = await play(number)
    // Compared with a story that goes wrong by itself, every fault would be seen as harmless, or none.
    expect(played.state).toMatchObject({ pages: [], windows: [{ open: false }] })
    unbroken.push(played)
  }
  const close = async () => {
    await line.close()
    await database.close()
  }
  return { play, unbroken, close }
}

type ProgramParts = { app: Pool; vault: Pool; line: string; queue: Story['queue'] | undefined }
const QUEUE_KEY = { accessKeyId: 'AKIASIMULATED', secretAccessKey: 'no-secret' }

/** Millrace, freshly started: its memory is empty. */
const program = ({ app, vault, line, queue }: ProgramParts, control: Control): Deps =>
  programAt({
    app,
    vault,
    amazon: line,
    hintQueue: queue
      ? openHintQueue({ ...QUEUE_KEY, arn: queue.arn, url: `${line}${queue.path}`, region: 'us-east-1' })
      : null,
    now: () => control.now(),
    random: () => 0.5,
    log: { note: () => {}, alarm: () => {} },
  })

type Actors = { readonly boundaries: Boundaries; readonly pool: Pool; readonly control: Control; start(): Deps }

/** Most often that a person tries, and that what is due is run at one moment: the fault strikes once only. */
const TRIES = 3

async function playScene(scene: Scene, { boundaries, pool, control, start }: Actors): Promise<void> {
  let deps = start()
  /** Does a piece of work; whatever the fault throws out of it ends the piece, and a dead program is started again. */
  const survive = async (work: () => Promise<unknown>) => {
    for (let attempt = 1; ; attempt++) {
      const before = boundaries.struck
      const error = await work().then(
        () => null,
        (thrown: unknown) => thrown,
      )
      await boundaries.quiet()
      if (error !== null && (before || !boundaries.struck || attempt === TRIES)) throw error
      if (boundaries.dead) {
        boundaries.dead = false
        deps = start()
      }
      if (error === null) return
    }
  }
  scene.atAmazon?.(control)
  const person = scene.byPerson
  if (person) await survive(() => person(deps, MERCHANT.id))
  for (const moment of scene.moments) {
    control.advance(moment)
    if (deps.hintQueue) await survive(() => takeAll(deps))
    await survive(() => runDue({ pool, deps, schedule: SCHEDULE }))
  }
}

/** Takes what is in the queue; where it does not answer, what is left comes at the next moment. */
async function takeAll(deps: Deps): Promise<void> {
  while ((await takeHints(deps, { waitSeconds: 0 })).messages > 0);
}

/** What is wrong with the audit, and how much it says was purged: told once, however often it was tried. */
async function readAudit(deps: Deps): Promise<Record<string, unknown>> {
  return deps.transaction(MERCHANT.id, 'app', async ({ audit }) => {
    const gone = (await audit.lastPurges(1000)).flatMap((row) => Object.entries(row.gone ?? {}))
    const kinds = [...new Set(gone.map(([kind]) => kind))].sort()
    const many = (kind: string) => gone.flatMap(([name, ids]) => (name === kind ? ids : [])).length
    return { audit: (await audit.verify(null)).faults, purged: kinds.map((kind) => `${kind} ${many(kind)}`) }
  })
}

const INSTANT = /"\d{4}-\d\d-\d\dT\d\d:\d\d[^"]*"/g

/** The same with every instant made equal. */
const withoutInstants = (state: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(state).replace(INSTANT, '"an instant"'))

/** What Amazon has of it: each package and each refund, and how many feeds it was given. */
const atAmazon = (control: Control) => ({
  orders: control.orders().map(({ orderId, status }) => ({
    orderId,
    status,
    packages: control
      .order(orderId)
      ?.packages?.map(({ packageReferenceId, trackingNumber, carrier, packageItems }) => ({
        packageReferenceId,
        trackingNumber,
        carrier,
        packageItems,
      })),
  })),
  refunds: control.refunds().map(({ orderId, total }) => ({ orderId, total })),
  feeds: control.feeds().map(({ feedType }) => feedType),
  queues: control.queues().map(({ waiting }) => waiting),
  subscriptions: control
    .subscriptions()
    .map(({ type }) => type)
    .sort(),
  listings: Object.fromEntries(
    control
      .listings()
      .map(({ sku }) => [
        sku,
        control.listing(sku)?.live.stock.find(({ channel }) => channel === 'DEFAULT')?.quantity ?? null,
      ]),
  ),
})

/** What lies in the vault, opened: a sealed value that can no longer be opened would be lost. */
async function openAll(deps: Deps, owner: Pool): Promise<Record<string, unknown>> {
  const ids = async (sql: string) => new Map((await owner.query(sql)).rows.map(({ id, name }) => [id, name]))
  const documents = await ids(
    'select v.document_id as id, d.reference as name from vault.documents v join millrace.documents d using (merchant_id, document_id)',
  )
  const buyers = await ids(
    'select v.order_id as id, o.amazon_order_id as name from vault.buyers v join millrace.orders o using (merchant_id, order_id)',
  )
  return deps.transaction(MERCHANT.id, { vault: 'import' }, async (tx) => {
    const named = (opened: Map<number, unknown>, names: Map<number, string>) =>
      Object.fromEntries([...opened].map(([id, value]): [string, unknown] => [names.get(id) ?? '', value]).sort())
    return {
      documents: named(await tx.vault.openDocuments([...documents.keys()]), documents),
      buyers: named(await tx.vault.openBuyers([...buyers.keys()]), buyers),
    }
  })
}
