import { type ColumnPath, parseColumnPath } from './column-path.ts'

/** Texts of a listing are in a language; `@` stands for it. Numbers at the end of a field (`#`) count entries. */
const CLASSIC: Readonly<Record<string, string>> = {
  item_name: 'item_name@#1.value',
  brand_name: 'brand@#1.value',
  manufacturer: 'manufacturer@#1.value',
  product_description: 'product_description@#1.value',
  item_description: 'product_description@#1.value',
  generic_keywords: 'generic_keyword@#1.value',
  model: 'model_number#1.value',
  model_number: 'model_number#1.value',
  model_name: 'model_name@#1.value',
  part_number: 'part_number#1.value',
  color_name: 'color@#1.value',
  color_map: 'color@#1.standardized_values#1',
  size_name: 'size@#1.value',
  style_name: 'style@#1.value',
  material_type: 'material@#1.value',
  pattern_name: 'pattern@#1.value',
  scent_name: 'scent@#1.value',
  flavor_name: 'flavor@#1.value',
  department_name: 'department@#1.value',
  target_gender: 'target_gender#1.value',
  age_range_description: 'age_range_description@#1.value',
  item_type: 'item_type_keyword#1.value',
  recommended_browse_nodes: 'recommended_browse_nodes#1.value',
  condition_type: 'condition_type#1.value',
  item_condition: 'condition_type#1.value',
  condition_note: 'condition_note@#1.value',
  item_note: 'condition_note@#1.value',
  main_image_url: 'main_product_image_locator#1.media_location',
  swatch_image_url: 'swatch_product_image_locator#1.media_location',
  country_of_origin: 'country_of_origin#1.value',
  variation_theme: 'variation_theme#1.name',
  parent_child: 'parentage_level#1.value',
  parent_sku: 'child_parent_sku_relationship#1.parent_sku',
  relationship_type: 'child_parent_sku_relationship#1.child_relationship_type',
  number_of_items: 'number_of_items#1.value',
  item_package_quantity: 'item_package_quantity#1.value',
  unit_count: 'unit_count#1.value',
  unit_count_type: 'unit_count#1.type@.value',
  package_weight: 'item_package_weight#1.value',
  package_weight_unit_of_measure: 'item_package_weight#1.unit',
  item_weight: 'item_weight#1.value',
  item_weight_unit_of_measure: 'item_weight#1.unit',
  batteries_required: 'batteries_required#1.value',
  are_batteries_included: 'batteries_included#1.value',
  merchant_shipping_group_name: 'merchant_shipping_group#1.value',
  merchant_shipping_group: 'merchant_shipping_group#1.value',
}

const NUMBERED: readonly (readonly [RegExp, (number: string) => string])[] = [
  [/^bullet_point_?(\d)$/, (number) => `bullet_point@#${number}.value`],
  [/^generic_keywords_?(\d)$/, (number) => `generic_keyword@#${number}.value`],
  [/^special_features_?(\d)$/, (number) => `special_feature@#${number}.value`],
  [/^other_image_url_?(\d)$/, (number) => `other_product_image_locator_${number}#1.media_location`],
]

/** Where a field of the older templates goes in the attributes of a listing, or undefined: nobody reads it (T3). */
export function classicPath(field: string, language: string | null): ColumnPath | undefined {
  const name = field.trim().toLowerCase().replaceAll('-', '_')
  const own = Object.hasOwn(CLASSIC, name) ? CLASSIC[name] : undefined
  const found =
    own ?? NUMBERED.map(([known, path]) => known.exec(name)?.[1] && path(known.exec(name)?.[1] ?? '1')).find(Boolean)
  if (!found) return undefined
  return parseColumnPath(found.replaceAll('@', language === null ? '' : `[language_tag=${language}]`))
}

/** A loader writes the condition as a number. */
export const LOADER_CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['1', 'used_like_new'],
  ['2', 'used_very_good'],
  ['3', 'used_good'],
  ['4', 'used_acceptable'],
  ['5', 'collectible_like_new'],
  ['6', 'collectible_very_good'],
  ['7', 'collectible_good'],
  ['8', 'collectible_acceptable'],
  ['10', 'refurbished_refurbished'],
  ['11', 'new_new'],
])
