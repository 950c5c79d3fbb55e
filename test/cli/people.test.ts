import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBench } from '../make/cli-bench.ts'

let bench: Awaited<ReturnType<typeof openBench>>
beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
}, 180_000)
afterAll(() => bench.close())

/** Lets somebody in who was invited, past the pages of sign-in. */
async function accept(email: string): Promise<void> {
  const id = `U${Buffer.from(email).toString('hex').slice(0, 16).padEnd(16, '0')}`
  const sql = bench.database.ownerPool()
  await sql.query(
    `insert into auth.users (user_id, email, name, created_at, created_by) values ($1, $2, 'Somebody', to_timestamp(0), 'test')`,
    [id, email],
  )
  await sql.query(
    `insert into deployment.memberships (merchant_id, user_id, owner, permissions, groups, topics, created_at, created_by)
     select merchant_id, $1, owner, permissions, groups, topics, created_at, created_by from deployment.invitations where email = $2 and withdrawn_at is null`,
    [id, email],
  )
  await sql.query(
    `update deployment.invitations set accepted_at = created_at where email = $1 and withdrawn_at is null`,
    [email],
  )
}

describe('people', () => {
  test('[M3][U1] the owner is invited by a link that is shown once; a second owner is not', async () => {
    expect(await bench.ok(['user', 'list'])).toContain('./millrace user invite owner@harbor.example --owner')
    const said = await bench.ok(['user', 'invite', 'Boss@example.com', '--owner'])
    expect(said).toContain('No mail was sent. Hand this link over yourself; it is shown this once:')
    expect(said).toMatch(/\nhttp:\/\/127\.0\.0\.1:4700\/welcome#[\w-]{43}\n$/)
    await accept('boss@example.com')
    expect(await bench.refused(['user', 'invite', 'second@example.com', '--owner'])).toContain('has an owner already')
    expect(await bench.ok(['user', 'list'])).toContain('boss@example.com')
  })

  test('[U1] groups, permissions and trainings are given by words that a person types', async () => {
    expect(await bench.ok(['user', 'permissions'])).toContain('Shipping Department  Enters and corrects packages.')
    await bench.ok(['group', 'save', 'Dock', '--may', 'shipping-department', 'View Items'])
    await bench.ok(['user', 'invite', 'ann@example.com', '--join', 'dock', '--may', 'view-settings'])
    expect(await bench.ok(['user', 'invitations'])).toMatch(/ann@example\.com +open +the command line/)
    await accept('ann@example.com')
    const mistyped = await bench.mistyped(['user', 'change', 'ann@example.com', '--give', 'fly'])
    expect(mistyped).toContain('There is no permission [fly]. ./millrace user permissions lists them.')
    expect(await bench.refused(['user', 'change', 'bob@example.com', '--give', 'view-items'])).toContain(
      'is no user of HRBOR',
    )
    expect(await bench.ok(['user', 'change', 'ann@example.com', '--give', 'view-amazon-pii'])).toContain(
      'ann@example.com cannot open buyer data: ./millrace user change ann@example.com --trained DAY',
    )
    expect(await bench.refused(['user', 'remove', 'ann@example.com', '--left', '2099-01-01'])).toContain(
      '--left: must not lie in the future',
    )
    await bench.ok([
      'user',
      'change',
      'ann@example.com',
      '--take',
      'view-settings',
      '--trained',
      '2026-01-02',
      '--pii-until',
      '2099-01-31',
    ])
    const { users } = await bench.json(['user', 'list'])
    expect(users.find((user: { email: string }) => user.email === 'ann@example.com')).toMatchObject({
      permissions: ['View Amazon PII'],
      trainedOn: '2026-01-02',
      piiUntil: '2099-02-01T05:00:00.000Z',
    })
    expect(await bench.refused(['group', 'save', 'Dock', '--may', 'view-amazon-pii'])).toContain(
      'given to each person by name',
    )
    expect(await bench.refused(['group', 'remove', 'dock'])).toContain('is still used by ann@example.com')
  })

  test('[M3] the merchant is handed over', async () => {
    expect(await bench.ok(['user', 'hand-over', 'ann@example.com'])).toContain(
      'ann@example.com is the owner of HRBOR now.',
    )
    expect(await bench.refused(['user', 'remove', 'ann@example.com'])).toContain('The owner keeps everything')
    expect(await bench.ok(['mail', 'list'])).toContain('the owner is now ann@example.com')
  })

  test('[U6] a person is removed, an invitation withdrawn', async () => {
    await bench.ok(['user', 'invite', 'late@example.com'])
    expect(await bench.ok(['user', 'withdraw', 'late@example.com'])).toContain('is withdrawn')
    expect(await bench.refused(['user', 'withdraw', 'late@example.com'])).toContain('has no open invitation')
    expect(await bench.ok(['user', 'remove', 'boss@example.com', '--left', '2026-11-01'])).toContain(
      'works for HRBOR no more',
    )
    expect(await bench.ok(['user', 'list'])).not.toContain('boss@example.com')
  })

  test('[N1] once there are users, only they are told, and who was named before is shown as told no more', async () => {
    const sql = bench.database.ownerPool()
    await sql.query(`insert into millrace.notified_people values ('HRBOR', 'office@example.com', '{health}')`)
    expect(await bench.ok(['notify', 'list'])).toContain(
      'office@example.com is no user, so told no more: ./millrace user invite office@example.com',
    )
    expect(await bench.refused(['notify', 'add', 'office@example.com'])).toContain(
      'must be that of a user of this merchant',
    )
    expect((await bench.json(['notify', 'add', 'ann@example.com', '--about', 'health'])).people).toEqual([
      { address: 'ann@example.com', topics: ['health'] },
    ])
    // Somebody who was told before there were users is told of the same after accepting.
    await sql.query(`insert into millrace.notified_people values ('HRBOR', 'desk@example.com', '{deadlines}')`)
    expect((await bench.json(['user', 'invite', 'desk@example.com'])).topics).toEqual(['deadlines'])
  })

  test('[M2] an operator is invited to no merchant', async () => {
    const made = await bench.json(['user', 'invite-operator', 'op@example.com'])
    expect(made.link).toContain('/welcome#')
    const rows = await bench.database
      .ownerPool()
      .query(`select merchant_id from deployment.invitations where email = 'op@example.com'`)
    expect(rows.rows).toEqual([{ merchant_id: null }])
    expect(await bench.refused(['user', 'invite-operator', 'nobody'])).toContain('must be an e-mail address')
  })
})

describe('the access review', () => {
  test('[U6] the list is shown, signed with what ends, and read again as it was signed', async () => {
    const { keyId } = await bench.json(['key', 'create', '--name', 'till', '--scopes', 'items:read'])
    expect(await bench.ok(['review', 'show'])).toMatch(/The next review is due on \d/)
    expect(await bench.refused(['review', 'sign', '--revoke', 'nobody', '--yes'])).toContain('is not on the list')
    expect(await bench.refused(['review', 'sign'])).toContain('With --yes it is done')
    const { reviewId, kept, revoked } = await bench.json(['review', 'sign', '--revoke', keyId, '--yes'])
    expect([kept, revoked]).toEqual([1, 1])
    expect(await bench.ok(['review', 'list'])).toMatch(/the command line +1 +1/)
    expect(await bench.ok(['review', 'read', String(reviewId)])).toMatch(new RegExp(`key ${keyId} .*REVOKE`))
    expect((await bench.json(['key', 'list'])).keys[0].state).toBe('revoked')
    expect(await bench.ok(['review', 'show'])).not.toContain(keyId)
  })
})
