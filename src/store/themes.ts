import type { MerchantId } from '#core/ids.ts'
import type { Theme } from '#core/settings/theme.ts'
import type { Tx } from './db.ts'

/** The merchant's themes in the order of their codes (O7). */
export function listThemes(tx: Tx, merchant: MerchantId): Promise<Theme[]> {
  return tx.query<Theme>(
    `select theme_code as code, name, sender, template,
       jsonb_build_object('name', service_name, 'email', service_email, 'phone', service_phone) as service
     from millrace.themes where merchant_id = $1 order by theme_code`,
    [merchant],
  )
}

/** Which themes the Orders section or orders carry: those cannot be removed. */
export async function usedThemes(tx: Tx, merchant: MerchantId): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `select theme_code as code from millrace.themes t where merchant_id = $1 and (
       exists (select from millrace.orders o where o.merchant_id = $1 and o.theme_code = t.theme_code)
       or exists (select from millrace.settings s where s.merchant_id = $1 and s.section = 'orders' and s.value->>'themeCode' = t.theme_code))
     order by 1`,
    [merchant],
  )
  return rows.map((row) => row.code)
}

/** Makes this the list of themes. */
export async function replaceThemes(tx: Tx, merchant: MerchantId, themes: readonly Theme[]): Promise<void> {
  const rows = themes.map(({ service, ...theme }) => ({
    ...theme,
    service_name: service.name,
    service_email: service.email,
    service_phone: service.phone,
  }))
  await tx.query('delete from millrace.themes where merchant_id = $1 and not theme_code = any($2)', [
    merchant,
    themes.map((theme) => theme.code),
  ])
  await tx.query(
    `insert into millrace.themes (merchant_id, theme_code, name, sender, template, service_name, service_email, service_phone)
     select $1, t.code, t.name, t.sender, t.template, t.service_name, t.service_email, t.service_phone
     from json_to_recordset($2::json) as t (code text, name text, sender text, template text, service_name text, service_email text, service_phone text)
     on conflict (merchant_id, theme_code) do update set name = excluded.name, sender = excluded.sender, template = excluded.template,
       service_name = excluded.service_name, service_email = excluded.service_email, service_phone = excluded.service_phone`,
    [merchant, JSON.stringify(rows)],
  )
}
