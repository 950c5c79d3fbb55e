import type { Permission } from '#core/permissions.ts'
import { MERCHANT } from './sample-merchant.ts'

/** Somebody of the demo: who it is, what it may do, and how its door is described. */
export type DemoPerson = {
  readonly email: string
  readonly name: string
  readonly about: string
  readonly owner?: true
  readonly operator?: true
  readonly permissions: readonly Permission[]
}

/** The invented people of Harbor Goods, one for each kind of work, and the operator of the deployment. */
export const PEOPLE: readonly DemoPerson[] = [
  {
    email: MERCHANT.owner,
    name: 'Olivia Harbor',
    about: 'Owner: everything, buyer data too',
    owner: true,
    permissions: ['View Amazon PII', 'Print Amazon PII', 'Export Amazon PII'],
  },
  {
    email: 'shipping@harbor-goods.example',
    name: 'Sam Pier',
    about: 'Shipping Department: packs and ships, sees addresses',
    permissions: ['View Orders', 'Shipping Department', 'View Amazon PII', 'Print Amazon PII'],
  },
  {
    email: 'catalog@harbor-goods.example',
    name: 'Cora Quay',
    about: 'Catalogue: items, stock and SKU mappings, no buyer data',
    permissions: ['View Orders', 'Edit Items', 'View Settings'],
  },
  {
    email: 'operator@harbor-goods.example',
    name: 'Otto Tide',
    about: 'Operator of the deployment: merchants and health, no orders',
    operator: true,
    permissions: [],
  },
]
