import { describe, expect, test } from 'vitest'
import { recognizeTemplate, type SheetStart } from './template.ts'

const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8')
const coded = (value: unknown) =>
  encodeURIComponent(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64'))
const sheet = (name: string, rows: Readonly<Record<number, readonly string[]>>): SheetStart => ({
  name,
  head: Object.entries(rows).map(([row, cells]) => ({ row: Number(row), cells })),
})
const recognize = (...sheets: SheetStart[]) => recognizeTemplate(sheets, decode)

/** The settings of a unified template cut into cells as Amazon cuts them. */
function settingsCells(pairs: Readonly<Record<string, string>>, length: number): string[] {
  const whole = Object.entries(pairs)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  const pieces = whole.match(new RegExp(`[\\s\\S]{1,${length}}`, 'g')) ?? []
  return pieces.map((piece, at) => `settings${at === 0 ? '' : at + 1}=${piece}`)
}

const UNIFIED = {
  feedType: '256',
  labelRow: '4',
  attributeRow: '5',
  dataRow: '8',
  primaryMarketplaceId: 'amzn1.mp.o.A1RKKUPIHCS9HS',
  contentLanguageTag: 'es_ES',
  TemplateType: 'unified',
  Version: '2026.0114',
  ptds: coded('MUG,CUP'),
  AttributeDefaultValues: coded({ '::record_action': 'partial_update' }),
  attributeSettings: coded([
    { attribute: 'condition_type', aliases: { Nuevo: 'new_new', 'Usado - Bueno': 'used_good' } },
  ]),
}

describe('Amazon’s inventory templates', () => {
  test.each([40, 200, 30_000])(
    '[T3] a unified one is known by its settings, over cells of %i characters, in any language',
    (length) => {
      const template = recognize(
        sheet('Instrucciones', { 1: ['Cómo rellenar esta plantilla'] }),
        sheet('Plantilla', {
          1: settingsCells(UNIFIED, length),
          4: ['SKU', 'Título', 'Estado'],
          5: [
            'contribution_sku#1.value',
            'item_name[marketplace_id=X][language_tag=es_ES]#1.value',
            'condition_type#1.value',
          ],
          6: ['ABC123', 'Example'],
        }),
      )
      expect(template).toMatchObject({
        generation: 'unified',
        sheet: 1,
        dataRow: 8,
        columns: [
          { column: 0, field: 'contribution_sku#1.value', label: 'SKU' },
          { column: 1, label: 'Título', path: [{ name: 'item_name', index: 1 }, { name: 'value' }] },
          { column: 2, label: 'Estado' },
        ],
        settings: {
          marketplaceId: 'A1RKKUPIHCS9HS',
          language: 'es_ES',
          productTypes: ['MUG', 'CUP'],
          version: '2026.0114',
        },
      })
      expect(template?.settings.aliases.get('condition_type')?.get('Nuevo')).toBe('new_new')
      expect(template?.settings.defaults.get('::record_action')).toBe('partial_update')
    },
  )

  test('[T3] a classic one has its fields in row 3; its signature names the product types', () => {
    const template = recognize(
      sheet('Template', {
        1: [
          'TemplateType=fptcustom',
          'Version=2021.0708',
          `TemplateSignature=${Buffer.from('SHIRT').toString('base64')}`,
          'The top 3 rows are for Amazon.com use only.',
        ],
        2: ['Product Type', 'Seller SKU'],
        3: ['feed_product_type', 'item_sku'],
      }),
    )
    expect(template).toMatchObject({
      generation: 'classic',
      dataRow: 4,
      columns: [
        { field: 'feed_product_type', label: 'Product Type' },
        { field: 'item_sku', label: 'Seller SKU' },
      ],
      settings: { productTypes: ['SHIRT'], type: 'fptcustom' },
    })
  })

  test('[T3] a late classic one says itself in which rows its fields are', () => {
    const template = recognize(
      sheet('Modello', {
        1: [
          'TemplateType=fptcustom',
          'Version=2025.0401',
          'TemplateSignature=Rk9PRA==',
          'settings=attributeRow=4&dataRow=6&labelRow=3&feedType=113&primaryMarketplaceId=amzn1.mp.o.APJ6JRA9NG5V4',
        ],
        3: ['Tipo', 'SKU'],
        4: ['feed_product_type', 'item_sku'],
        5: ['Required', 'Required'],
      }),
    )
    expect(template).toMatchObject({
      generation: 'classic',
      dataRow: 6,
      columns: [{ label: 'Tipo' }, { label: 'SKU' }],
      settings: { marketplaceId: 'APJ6JRA9NG5V4', productTypes: ['FOOD'] },
    })
  })

  test('[T3] a loader is known by its columns, in any order, under a line of words or not', () => {
    const fields = ['sku', 'price', 'fulfillment-channel', 'handling-time']
    expect(recognize(sheet('Plantilla', { 1: fields }))).toMatchObject({
      generation: 'loader',
      dataRow: 2,
      columns: fields.map((field) => ({ field })),
    })
    expect(recognize(sheet('x', { 1: ['Fill in below'], 2: ['SKU', 'Quantity'] }))).toMatchObject({
      generation: 'loader',
      dataRow: 3,
    })
  })

  test('[T3] what is no template of Amazon is none', () => {
    expect(
      recognize(sheet('Orders', { 1: ['order-id', 'sku-name', 'total'] }), sheet('Notes', { 1: ['sku'] })),
    ).toBeUndefined()
    expect(recognize()).toBeUndefined()
  })

  test('[T3] settings that cannot be read leave the rows where such templates have them', () => {
    const template = recognize(
      sheet('T', {
        1: ['settings=TemplateType=unified&labelRow=x&ptds=%E0%A4%A&attributeSettings=e30tLQ=='],
        4: ['SKU'],
        5: ['contribution_sku#1.value'],
      }),
    )
    expect(template).toMatchObject({
      generation: 'unified',
      dataRow: 7,
      columns: [{ label: 'SKU' }],
      settings: { rows: {} },
    })
  })
})
