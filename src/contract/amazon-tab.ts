import { z } from 'zod'
import type { AmazonTab, AttributeFault, EnteredTab, FieldIssue, TabGroup } from '#core/catalog/amazon-tab.ts'
import { type Definition, REQUIREMENTS } from '#core/catalog/product-type.ts'
import type { ConnectionId, ItemId, SellerSku } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import { itemId } from './items.ts'
import { idText, instant, text, writeInstant, writeInstantOrNull } from './parts.ts'
import { toldProblem, writeProblem } from './problem.ts'

const marketplaceId = text(1, 40).describe('The marketplace, such as `ATVPDKIKX0DER`.')
const typeName = z
  .string()
  .regex(/^[\w-]{1,100}$/, "must be Amazon's name of a product type, such as KITCHEN")
  .describe("Amazon's name of the product type, such as `KITCHEN`.")
const requirements = z
  .enum(REQUIREMENTS)
  .describe('`LISTING`: a whole listing. `LISTING_OFFER_ONLY`: an offer on a product that Amazon has.')

/** What product types are searched by: words, or the title of an item (T1). */
export const typesQuery = z.strictObject({
  marketplaceId,
  words: text(1, 200).optional().describe('Words of any language of the marketplace.'),
  itemId: idText<ItemId>(200, 'Instead: the item by whose title Amazon suggests.').optional(),
})

/** Product types that fit, the best first. */
export const typesReply = z
  .object({ types: z.array(z.object({ productType: z.string(), title: z.string() })) })
  .meta({ id: 'ProductTypes' })

/** A product type in the path. */
export const typeParams = z.strictObject({ productType: typeName })

/** Which of its definitions. */
export const typeQuery = z.strictObject({ marketplaceId, requirements: requirements.default('LISTING') })

/** Amazon's definition of a product type (T1). */
export const definition = z
  .object({
    productType: z.string(),
    title: z.string(),
    marketplaceId: z.string(),
    requirements,
    checksum: z.string(),
    groups: z.array(z.object({ title: z.string(), attributes: z.array(z.string()) })),
    schema: z.record(z.string(), z.unknown()).describe("Amazon's JSON schema (2019-09, with Amazon's own keywords)."),
  })
  .meta({ id: 'ProductTypeDefinition' })

/** Writes one. */
export const writeDefinition = (from: Definition): z.output<typeof definition> => ({
  productType: from.productType,
  title: from.title,
  marketplaceId: from.marketplaceId,
  requirements: from.requirements,
  checksum: from.checksum,
  groups: from.groups.map(({ title, attributes }) => ({ title, attributes: [...attributes] })),
  schema: { ...from.schema },
})

/** An item and a marketplace in the path. */
export const tabParams = z.strictObject({ itemId: idText<ItemId>(200, 'The id of the item.'), marketplaceId })

/** The Amazon tab as a person fills it in (T1). */
export const tabBody = z
  .strictObject({
    productType: typeName,
    requirements: requirements.default('LISTING'),
    attributes: z
      .record(z.string().max(200), z.unknown())
      .describe('As Amazon takes them: each a list of entries. Not price and stock: those are the item’s.'),
  })
  .meta({ id: 'AmazonTabEntry' })

/** A tab with its item and marketplace, as a configuration holds it (X4). */
export const configuredTab = z
  .strictObject({ itemId, marketplaceId, ...tabBody.shape })
  .meta({ id: 'ConfiguredAmazonTab' })

/** Writes one. */
export const writeConfiguredTab = ({ attributes, ...rest }: EnteredTab): z.output<typeof configuredTab> => ({
  ...rest,
  attributes: { ...attributes },
})

const fault = z
  .object({ path: z.string().describe('Where, such as `color/0/value`.'), problem: toldProblem })
  .meta({ id: 'AttributeFault' })
const field = z
  .object({
    attribute: z.string(),
    label: z.string(),
    description: z.string(),
    required: z.boolean(),
    editable: z.boolean(),
    hidden: z.boolean(),
    parts: z.array(
      z.object({
        name: z.string(),
        label: z.string(),
        required: z.boolean(),
        choices: z.array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]), label: z.string() })),
      }),
    ),
    value: z.unknown(),
    faults: z.array(fault),
  })
  .meta({ id: 'TabField' })
const issue = z
  .object({
    code: z.string(),
    severity: z.enum(['ERROR', 'WARNING', 'INFO']),
    message: z.string().describe("Amazon's words."),
    fields: z
      .array(z.object({ attribute: z.string(), label: z.string() }))
      .describe('What it is about; none: the whole.'),
  })
  .meta({ id: 'TabIssue' })

/** The Amazon tab of an item: its fields by Amazon's groups, the required ones first (T1). */
export const tab = z
  .object({
    itemId: z.string(),
    marketplaceId: z.string(),
    productType: z.string(),
    title: z.string(),
    requirements,
    problem: toldProblem
      .nullable()
      .describe('What is wrong with the product type, such as that Amazon has withdrawn it.'),
    groups: z.array(z.object({ title: z.string(), fields: z.array(field) })),
    attributes: z.record(z.string(), z.unknown()),
    faults: z.array(fault).describe('What the check on this machine says.'),
    checkedAt: instant.nullable(),
    updatedAt: instant,
    submission: z
      .object({
        at: instant,
        by: z.string(),
        connection: z.string(),
        sellerSku: z.string(),
        taken: z.boolean(),
        issues: z.array(issue),
      })
      .nullable()
      .describe('How the listing was last handed to Amazon from here.'),
  })
  .meta({ id: 'AmazonTab' })

type Shown = {
  readonly tab: AmazonTab
  readonly title: string
  readonly groups: readonly TabGroup[]
  readonly problem: Problem | null
}

const writeFault = ({ path, problem }: AttributeFault): z.output<typeof fault> => ({
  path,
  problem: writeProblem(problem),
})

/** Writes it. */
export function writeTab({ tab: from, title, groups, problem }: Shown): z.output<typeof tab> {
  const { itemId, marketplaceId: place, productType, requirements: asked, attributes, submission } = from
  return {
    itemId,
    marketplaceId: place,
    productType,
    title,
    requirements: asked,
    problem: problem && writeProblem(problem),
    groups: groups.map((group) => ({
      title: group.title,
      fields: group.fields.map((each) => ({
        ...each,
        parts: each.parts.map((part) => ({ ...part, choices: [...part.choices] })),
        faults: each.faults.map(writeFault),
      })),
    })),
    attributes: { ...attributes },
    faults: from.faults.map(writeFault),
    checkedAt: writeInstantOrNull(from.checkedAt),
    updatedAt: writeInstant(from.updatedAt),
    submission: submission && {
      ...submission,
      at: writeInstant(submission.at),
      issues: submission.issues.map(({ code, severity, message, attributes: names }) => ({
        code,
        severity,
        message,
        fields: names.map((attribute) => ({ attribute, label: attribute })),
      })),
    },
  }
}

/** Whose listing is meant, where there are several. */
export const previewBody = z
  .strictObject({
    sellerSku: idText<SellerSku>(200, 'The seller SKU; not needed when the item has only one.').optional(),
    connection: idText<ConnectionId>(100, 'The connection; not needed when only one sells there.').optional(),
  })
  .meta({ id: 'TabPreview' })

/** The same with the word of a person. */
export const submitBody = previewBody
  .extend({
    confirmed: z.boolean().default(false).describe('You have seen the preview and want this listing created.'),
  })
  .meta({ id: 'TabSubmission' })

/** What Amazon says of a tab (T1, I10). */
export const verdict = z
  .object({
    sellerSku: z.string(),
    connection: z.string(),
    listed: z.boolean().describe('Amazon has the SKU already.'),
    taken: z.boolean().describe('Amazon would take it, or took it; that proves nothing yet.'),
    issues: z.array(issue),
    attributes: z.record(z.string(), z.unknown()).describe('Exactly what was shown to Amazon.'),
  })
  .meta({ id: 'TabVerdict' })

type Verdict = Omit<z.output<typeof verdict>, 'issues' | 'attributes'> & {
  readonly issues: readonly FieldIssue[]
  readonly attributes: Readonly<Record<string, unknown>>
}

/** Writes it. */
export const writeVerdict = ({ issues, attributes, ...rest }: Verdict): z.output<typeof verdict> => ({
  ...rest,
  attributes: { ...attributes },
  issues: issues.map(({ code, severity, message, fields }) => ({
    code,
    severity,
    message,
    fields: fields.map((each) => ({ ...each })),
  })),
})
