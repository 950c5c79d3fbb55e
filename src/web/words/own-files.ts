/** The words of spreadsheets that go out, are filled in and come in again. */
export const ownFileWords = {
  bring: 'Import',
  bringAbout: 'Bring a spreadsheet. You see what each row would do before anything changes.',
  cannot: 'This needs the permission Edit Items.',
  edit: {
    items: 'Every item, to edit and bring back',
    stock: 'All stock, to count or change and bring back',
    mappings: 'Every SKU mapping, to edit and bring back',
  },
  template: {
    items: 'Empty spreadsheet of items',
    stock: 'Empty spreadsheet of stock',
    mappings: 'Empty spreadsheet of mappings',
  },
  what: {
    name: 'Your own items, stock and SKU mappings',
    about:
      'Columns in any order, under headings in English, German, French, Spanish or Italian. Export first: what goes out is the template of what comes in. A blank cell leaves what is there. Or begin with an empty one:',
    items: 'items',
    stock: 'stock',
    mappings: 'mappings',
  },
} as const
