import { ALL_PERMISSIONS, type Permission } from '#core/permissions.ts'
import { CliRefusal } from './refusal.ts'

/** A permission as it is typed: "View Orders", or view-orders. */
export function readPermission(entered: string): Permission {
  const plain = entered.trim().toLowerCase().replaceAll('-', ' ')
  const found = ALL_PERMISSIONS.find((permission) => permission.toLowerCase() === plain)
  if (found) return found
  throw new CliRefusal(`There is no permission [${entered}]. ./millrace user permissions lists them.`, 2)
}
