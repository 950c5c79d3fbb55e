import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, ORDINARY_PERMISSIONS } from '#core/permissions.ts'
import type { Tx } from '#flows/deps.ts'
import { addKey, MILLS, OTHER } from '../make/api.ts'
import { ORIGIN } from '../make/browser.ts'
import { makeStaff } from '../make/staff.ts'

const DAY = 24 * 3_600_000
const TODAY = '2026-11-10'

let staff: Awaited<ReturnType<typeof makeStaff>>
beforeAll(async () => {
  staff = await makeStaff()
})
afterAll(() => staff.close())

describe('users and what they may do', () => {
  test('[U1] the table of permissions says each in a sentence; users are listed with what they may do now', async () => {
    const ann = await staff.join('ann@example.com', { permissions: ['View Items'] })
    const table = (await staff.ask(staff.boss, 'GET', '/permissions')).body.permissions
    expect(table.map((each: { name: string }) => each.name)).toEqual(ALL_PERMISSIONS)
    const { rows } = (await staff.ask(staff.boss, 'GET', '/users')).body
    expect(rows.find((row: { email: string }) => row.email === 'boss@example.com')).toMatchObject({
      owner: true,
      acting: ORDINARY_PERMISSIONS,
      permissions: [],
    })
    expect(rows.find((row: { email: string }) => row.email === 'ann@example.com')).toMatchObject({
      acting: ['View Items'],
    })
    expect(await staff.ask(ann, 'GET', '/users')).toMatchObject({
      status: 403,
      body: { detail: 'This needs the permission "Edit Users".' },
    })
  })

  test('[U1] a change works at the next request, through groups too, and stands in the audit', async () => {
    const ben = await staff.join('ben@example.com', { permissions: [] })
    expect((await staff.ask(ben, 'GET', '/items')).status).toBe(403)
    const group = (await staff.ask(staff.boss, 'POST', '/groups', { name: 'Stock room', permissions: ['View Items'] }))
      .body
    const changed = await staff.ask(staff.boss, 'PATCH', `/users/${ben.userId}`, { groups: [group.groupId] })
    expect(changed).toMatchObject({ status: 200, body: { acting: ['View Items'], groups: [group.groupId] } })
    expect((await staff.ask(ben, 'GET', '/items')).status).toBe(200)
    expect(await staff.ask(staff.boss, 'DELETE', `/groups/${group.groupId}`)).toMatchObject({
      status: 409,
      body: { code: 'still-used' },
    })
    await staff.ask(staff.boss, 'PUT', `/groups/${group.groupId}`, { name: 'Stock room', permissions: [] })
    expect((await staff.ask(ben, 'GET', '/items')).status).toBe(403)
    expect((await staff.acts()).at(-1)).toMatchObject({
      act: 'group-changed',
      who: 'boss@example.com',
      merchant: MILLS,
    })
  })

  test('[U1] nobody gives themselves or others what they do not hold, in any way', async () => {
    const eve = await staff.join('eve@example.com', { permissions: ['Edit Users', 'View Items'] })
    const own = `/users/${eve.userId}`
    const codes: string[] = []
    for (const [method, path, body] of [
      ['PATCH', own, { permissions: ['Edit Users', 'View Items', 'Edit Settings'] }],
      ['PATCH', own, { permissions: ['Edit Users', 'View Amazon PII'], trainedOn: TODAY }],
      ['POST', '/groups', { name: 'Mine', permissions: ['Edit Settings'] }],
      ['POST', '/invitations', { email: 'friend@example.com', permissions: ['Edit Settings'] }],
      ['POST', '/keys', { name: 'k', purpose: 'p', scopes: ['settings:write'] }],
      ['POST', `${own}/owner`, undefined],
      ['PATCH', `/users/${staff.boss.userId}`, { permissions: [] }],
      ['DELETE', `/users/${staff.boss.userId}`, undefined],
    ] as const)
      codes.push((await staff.ask(eve, method, path, body)).body.code)
    const gave = 'may-not-give'
    const toOneself = 'may-not-give-oneself'
    expect(codes).toEqual([gave, toOneself, gave, gave, 'not-valid', 'only-the-owner', 'owner-stays', 'owner-stays'])
    expect((await staff.ask(eve, 'PATCH', own, { permissions: ['Edit Users', 'View Items'] })).status).toBe(200)
  })

  test('[U1][U6] fields that nobody may set are refused and change nothing', async () => {
    const before = await staff.sql('select * from deployment.memberships order by user_id')
    for (const extra of ['owner', 'operator', 'userId', 'merchantId', 'createdBy', 'disabledAt']) {
      const body = { permissions: [], [extra]: true }
      expect((await staff.ask(staff.boss, 'PATCH', `/users/${staff.boss.userId}`, body)).status).toBe(400)
      expect((await staff.ask(staff.boss, 'POST', '/invitations', { email: 'x@example.com', ...body })).status).toBe(
        400,
      )
      expect((await staff.ask(staff.boss, 'POST', '/groups', { name: 'X', ...body })).status).toBe(400)
    }
    expect(await staff.sql('select * from deployment.memberships order by user_id')).toEqual(before)
  })

  test('[U3] what opens buyer data needs a fresh second factor, a training within a year, and time that is not over', async () => {
    const pat = await staff.join('pat@example.com', { permissions: [] })
    const path = `/users/${pat.userId}`
    const give = {
      permissions: ['View Orders', 'View Amazon PII'],
      trainedOn: TODAY,
      piiUntil: new Date(staff.clock.at + 2 * DAY).toISOString(),
    }
    await staff.ageFactor(staff.boss)
    expect(await staff.ask(staff.boss, 'PATCH', path, give)).toMatchObject({
      status: 403,
      body: { code: 'second-factor-needed' },
    })
    await staff.signInAgain(staff.boss, staff.boss.page)
    expect((await staff.ask(staff.boss, 'PATCH', path, give)).body).toMatchObject({
      piiActs: true,
      acting: give.permissions,
    })
    const scopes = async () =>
      (await staff.deps.deployment.findMembership({ merchant: MILLS, userId: pat.userId }))?.piiUntil
    expect(await scopes()).toBe(Date.parse(give.piiUntil))
    expect((await staff.ask(staff.boss, 'PATCH', path, { trainedOn: null })).body).toMatchObject({
      piiActs: false,
      acting: ['View Orders'],
    })
    expect(
      (await staff.ask(staff.boss, 'PATCH', path, { permissions: ['View Amazon PII'], trainedOn: '2999-01-01' }))
        .status,
    ).toBe(422)
  })

  test('[M2][U1] users, groups, invitations, keys and reviews of another merchant are not there', async () => {
    const other = await staff.join('other-boss@example.com', { merchant: 'OTHER', owner: true, permissions: [] })
    const group = (await staff.ask(staff.boss, 'POST', '/groups', { name: 'Ours', permissions: [] })).body.groupId
    const invitation = (await staff.ask(staff.boss, 'POST', '/invitations', { email: 'ours@example.com' })).body
      .invitationId
    const key = (await staff.ask(staff.boss, 'POST', '/keys', { name: 'k', purpose: 'p', scopes: ['items:read'] })).body
      .keyId
    const tries = [
      ['GET', `/users/${staff.boss.userId}`],
      ['PATCH', `/users/${staff.boss.userId}`, { topics: ['health'] }],
      ['DELETE', `/users/${staff.boss.userId}`],
      ['POST', `/users/${staff.boss.userId}/owner`],
      ['PUT', `/groups/${group}`, { name: 'Theirs', permissions: [] }],
      ['DELETE', `/groups/${group}`],
      ['POST', `/invitations/${invitation}/renew`],
      ['DELETE', `/invitations/${invitation}`],
      ['DELETE', `/keys/${key}`],
    ] as const
    for (const [method, path, body] of tries)
      expect([path, (await staff.ask(other, method, path, body)).status]).toEqual([path, 404])
    const groups = { groups: [group] }
    expect((await staff.ask(other, 'PATCH', `/users/${other.userId}`, groups)).status).toBe(422)
    expect((await staff.ask(other, 'GET', '/items', undefined, { 'millrace-merchant': MILLS })).status).toBe(404)
  })
})

describe('invitations', () => {
  test('[U1] the link is mailed past the list of mails, shown once, kept nowhere, and lets in whom it is for', async () => {
    const made = await staff.ask(
      staff.boss,
      'POST',
      '/invitations',
      { email: 'New@Example.com', permissions: ['View Orders'] },
      { 'idempotency-key': 'invite-1' },
    )
    expect(made).toMatchObject({ status: 200, body: { email: 'new@example.com', mail: 'sent', state: 'open' } })
    const secret = made.body.path.split('#')[1]
    const mail = staff.mails.find((each) => each.to === 'new@example.com')
    expect(mail?.text).toContain(`${ORIGIN}${made.body.path}`)
    expect((await staff.ask(staff.boss, 'GET', '/mails')).text).not.toContain('new@example.com')
    expect((await staff.ask(staff.boss, 'GET', '/invitations')).text).not.toContain(secret)
    const kept = await staff.sql(
      `select to_jsonb(i)::text || (select coalesce(string_agg(k::text, ''), '') from millrace.kept_answers k) as t from deployment.invitations i`,
    )
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect((await staff.browser().ask('POST', '/invitation/look', { secret })).body).toMatchObject({
      email: 'new@example.com',
    })
  })

  test('[U1] a new link ends the old one, and a withdrawn one ends for good', async () => {
    const first = (await staff.ask(staff.boss, 'POST', '/invitations', { email: 'late@example.com' })).body
    const again = (await staff.ask(staff.boss, 'POST', `/invitations/${first.invitationId}/renew`)).body
    const look = async (path: string) =>
      (await staff.browser().ask('POST', '/invitation/look', { secret: path.split('#')[1] })).status
    expect([await look(first.path), await look(again.path)]).toEqual([410, 200])
    expect((await staff.ask(staff.boss, 'DELETE', `/invitations/${first.invitationId}`)).body.state).toBe('withdrawn')
    expect(await look(again.path)).toBe(410)
    expect((await staff.ask(staff.boss, 'POST', `/invitations/${first.invitationId}/renew`)).body.code).toBe(
      'invitation-over',
    )
  })

  test('[U1][M3] nobody gets the link of an invitation that gives more than they hold, or makes an owner', async () => {
    const ira = await staff.join('ira@example.com', { permissions: ['Edit Users'] })
    const strong = (
      await staff.ask(staff.boss, 'POST', '/invitations', {
        email: 'strong@example.com',
        permissions: ['Edit Settings'],
      })
    ).body.invitationId
    const code = async (id: string) => (await staff.ask(ira, 'POST', `/invitations/${id}/renew`)).body.code
    expect(await code(strong)).toBe('may-not-give')
    const weak = (await staff.ask(ira, 'POST', '/invitations', { email: 'weak@example.com' })).body
    await staff.sql('update deployment.invitations set owner = true where invitation_id = $1', [weak.invitationId])
    expect(await code(weak.invitationId)).toBe('only-the-owner')
    await staff.sql('update deployment.invitations set owner = false where invitation_id = $1', [weak.invitationId])
    // Who may invite no more has invited nobody.
    await staff.ask(staff.boss, 'PATCH', `/users/${ira.userId}`, { permissions: ['View Orders'] })
    const secret = weak.path.split('#')[1]
    expect((await staff.browser().ask('POST', '/invitation/look', { secret })).status).toBe(410)
  })

  test('[U1][M2] whether an address is known elsewhere shows in no answer', async () => {
    const [known, unknown] = await Promise.all(
      ['other-boss@example.com', 'unheard-of@example.com'].map((email) =>
        staff.ask(staff.boss, 'POST', '/invitations', { email }),
      ),
    )
    const shape = (answer: typeof known) =>
      JSON.stringify(Object.entries(answer?.body).map(([name, value]) => [name, typeof value]))
    expect(shape(known)).toBe(shape(unknown))
    expect([known?.status, known?.body.mail]).toEqual([unknown?.status, unknown?.body.mail])
  })

  test('[U1][M2] a group and a key are ended at one merchant only, also where another has the same', async () => {
    const { deps } = staff
    const gone = staff.clock.at
    const group = { groupId: 'SAME', name: 'Dock', permissions: ['View Orders'] } as const
    const inStore = <T>(merchant: typeof MILLS, work: (store: Tx['store']) => Promise<T>) =>
      deps.transaction(merchant, 'app', (tx) => work(tx.store))
    for (const merchant of [MILLS, OTHER]) await inStore(merchant, (store) => store.saveGroup(group))
    await inStore(MILLS, (store) => store.removeGroup('SAME'))
    expect(await inStore(MILLS, (store) => store.listGroups())).not.toContainEqual(group)
    expect(await inStore(OTHER, (store) => store.listGroups())).toContainEqual(group)
    await addKey(deps, OTHER)
    const keyId = (await deps.deployment.listApiKeys(OTHER)).at(-1)?.keyId ?? ''
    expect(await inStore(MILLS, (store) => store.endApiKeys({ keyId, at: gone }))).toEqual([])
    const both = await staff.join('both@example.com')
    await staff.sql('update deployment.api_keys set owner_id = $1 where key_id = $2', [both.userId, keyId])
    expect(await inStore(MILLS, (store) => store.endApiKeys({ ownerId: both.userId, at: gone }))).toEqual([])
    const found = (await deps.deployment.listApiKeys(OTHER)).find((key) => key.keyId === keyId)
    expect(found).toMatchObject({ keyId, revokedAt: null })
    expect(await inStore(OTHER, (store) => store.endApiKeys({ keyId, at: gone }))).toEqual([keyId])
  })
})
