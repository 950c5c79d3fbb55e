import type { ItemId, SellerSku } from '../ids.ts'
import type { ListingIssue } from '../inventory/read-listing.ts'
import type { Problem } from '../problems.ts'
import {
  type Definition,
  isPart,
  type ListingAttributes,
  partAt,
  type Requirements,
  resolvePart,
  type SchemaPart,
} from './product-type.ts'

/** What is wrong with one attribute of a tab; `path` leads to the place, `color/0/value`. */
export type AttributeFault = { readonly attribute: string; readonly path: string; readonly problem: Problem }

/** How a listing was handed to Amazon from the tab; that it was taken proves nothing yet (I10). */
export type TabSubmission = {
  readonly at: number
  readonly by: string
  readonly connection: string
  readonly sellerSku: SellerSku
  readonly taken: boolean
  readonly issues: readonly ListingIssue[]
}

/** The Amazon tab of an item in one marketplace (T1). Instants in epoch ms. */
export type AmazonTab = {
  readonly itemId: ItemId
  readonly marketplaceId: string
  readonly productType: string
  readonly requirements: Requirements
  readonly attributes: ListingAttributes
  readonly faults: readonly AttributeFault[]
  readonly checkedAt: number | null
  readonly updatedAt: number
  readonly submission: TabSubmission | null
}

/** A tab as it is entered, and as a configuration holds it (X4). */
export type EnteredTab = Pick<AmazonTab, 'itemId' | 'marketplaceId' | 'productType' | 'requirements' | 'attributes'>

/** The name of a tab: its item and its marketplace. */
export const tabName = ({ itemId, marketplaceId }: Pick<AmazonTab, 'itemId' | 'marketplaceId'>): string =>
  `${itemId} ${marketplaceId}`

/** What Millrace says itself, from price and stock; it is never part of a tab (I4, I9). */
export const OURS: readonly string[] = ['purchasable_offer', 'fulfillment_availability']

/** A value that a field allows, with its label. */
export type Choice = { readonly value: string | number | boolean; readonly label: string }

/** One field of the tab, as a form shows it. */
export type TabField = {
  readonly attribute: string
  readonly label: string
  readonly description: string
  readonly required: boolean
  /** Amazon lets nobody change it, or wants it out of sight. */
  readonly editable: boolean
  readonly hidden: boolean
  /** What an entry of it holds: each part with its label and its choices. */
  readonly parts: readonly {
    readonly name: string
    readonly label: string
    readonly required: boolean
    readonly choices: readonly Choice[]
  }[]
  /** Our value, or null. */
  readonly value: unknown
  readonly faults: readonly AttributeFault[]
}

/** A group of fields under Amazon's title. */
export type TabGroup = { readonly title: string; readonly fields: readonly TabField[] }

/** The tab as a form: Amazon's groups in their order, in each the required fields first (T1). Pure. */
export function tabGroups(
  definition: Definition,
  { attributes, faults }: Pick<AmazonTab, 'attributes' | 'faults'>,
): readonly TabGroup[] {
  const { schema } = definition
  const required = new Set([...namesIn(schema.required), ...faults.filter(isMissing).map(({ attribute }) => attribute)])
  const field = (attribute: string): TabField => {
    const part = partAt(schema, [attribute])
    return {
      attribute,
      label: text(part.title) || attribute,
      description: text(part.description),
      required: required.has(attribute),
      editable: part.editable !== false,
      hidden: part.hidden === true,
      parts: partsOf(schema, part),
      value: Object.hasOwn(attributes, attribute) ? attributes[attribute] : null,
      faults: faults.filter((fault) => fault.attribute === attribute),
    }
  }
  return definition.groups
    .map(({ title, attributes: names }) => {
      const fields = names.filter((name) => !OURS.includes(name)).map(field)
      return { title, fields: [...fields.filter((each) => each.required), ...fields.filter((each) => !each.required)] }
    })
    .filter(({ fields }) => fields.length > 0)
}

const isMissing = ({ attribute, path, problem }: AttributeFault): boolean =>
  problem.code === 'attribute-missing' && path === attribute

function partsOf(root: SchemaPart, attribute: SchemaPart): TabField['parts'] {
  const entry = resolvePart(root, attribute.items)
  const properties = isPart(entry.properties) ? entry.properties : {}
  const needed = namesIn(entry.required)
  return Object.entries(properties).map(([name, given]) => {
    const part = resolvePart(root, given)
    return { name, label: text(part.title) || name, required: needed.includes(name), choices: choicesOf(part) }
  })
}

function choicesOf({ enum: values, enumNames: labels }: SchemaPart): readonly Choice[] {
  if (!Array.isArray(values)) return []
  return (values as readonly unknown[]).flatMap((value, at) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [{ value, label: text(Array.isArray(labels) ? labels[at] : null) || String(value) }]
      : [],
  )
}

/** One of Amazon's remarks beside the fields that it is about; none: it is about the listing as a whole. */
export type FieldIssue = ListingIssue & {
  readonly fields: readonly { readonly attribute: string; readonly label: string }[]
}

/** Amazon's remarks with the labels of their fields (T1). Pure. */
export const issuesByField = (definition: Definition, issues: readonly ListingIssue[]): readonly FieldIssue[] =>
  issues.map((issue) => ({
    ...issue,
    fields: issue.attributes.map((attribute) => ({
      attribute,
      label: text(partAt(definition.schema, [attribute]).title) || attribute,
    })),
  }))

const namesIn = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
