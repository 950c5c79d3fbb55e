/** The languages in which the templates of the tests are. */
export type Tongue = 'en' | 'es' | 'it' | 'de' | 'ja' | 'ar'

/** What a template says in a language: names of sheets, labels, and the words of its cells. Ours, not Amazon's. */
export type Words = {
  readonly language: string
  readonly marketplace: string
  readonly sheets: { readonly data: string; readonly hints: string; readonly fields: string; readonly values: string }
  readonly labels: { readonly sku: string; readonly title: string; readonly condition: string; readonly group: string }
  readonly hint: string
  readonly required: string
  readonly fresh: string
  readonly used: string
  readonly edit: string
  readonly replace: string
  readonly remove: string
  readonly merchant: string
  readonly amazon: string
  /** A title as a shop there would write it, with letters of the language. */
  readonly title: string
  /** What stands between whole and part of a number. */
  readonly comma: ',' | '.'
}

/** Each language with its marketplace; Arabic reads from right to left. */
export const WORDS: Readonly<Record<Tongue, Words>> = {
  en: {
    language: 'en_US',
    marketplace: 'ATVPDKIKX0DER',
    sheets: { data: 'Template', hints: 'Instructions', fields: 'Data Definitions', values: 'Valid Values' },
    labels: { sku: 'SKU', title: 'Item name', condition: 'Condition', group: 'Listing' },
    hint: 'How to fill in this sheet',
    required: 'Required',
    fresh: 'New',
    used: 'Used - Good',
    edit: 'Edit some fields',
    replace: 'Create or replace',
    remove: 'Delete',
    merchant: 'Sent by the merchant',
    amazon: 'Sent by Amazon',
    title: 'Tea mug “Harbor”, 0.3 l',
    comma: '.',
  },
  es: {
    language: 'es_ES',
    marketplace: 'A1RKKUPIHCS9HS',
    sheets: { data: 'Plantilla', hints: 'Instrucciones', fields: 'Definiciones de datos', values: 'Valores válidos' },
    labels: { sku: 'SKU', title: 'Título', condition: 'Estado', group: 'Listado' },
    hint: 'Cómo rellenar esta hoja',
    required: 'Obligatorio',
    fresh: 'Nuevo',
    used: 'Usado - Bueno',
    edit: 'Editar algunos campos',
    replace: 'Crear o sustituir',
    remove: 'Eliminar',
    merchant: 'Enviado por el vendedor',
    amazon: 'Enviado por Amazon',
    title: 'Taza de té «Mañana», 0,3 l',
    comma: ',',
  },
  it: {
    language: 'it_IT',
    marketplace: 'APJ6JRA9NG5V4',
    sheets: { data: 'Modello', hints: 'Istruzioni', fields: 'Definizioni dei dati', values: 'Valori validi' },
    labels: { sku: 'SKU', title: 'Titolo', condition: 'Condizione', group: 'Scheda' },
    hint: 'Come compilare questo foglio',
    required: 'Obbligatorio',
    fresh: 'Nuovo',
    used: 'Usato - Buono',
    edit: 'Modifica alcuni campi',
    replace: 'Crea o sostituisci',
    remove: 'Elimina',
    merchant: 'Spedito dal venditore',
    amazon: 'Spedito da Amazon',
    title: 'Tazza da tè «Città», 0,3 l',
    comma: ',',
  },
  de: {
    language: 'de_DE',
    marketplace: 'A1PA6795UKMFR9',
    sheets: { data: 'Vorlage', hints: 'Anleitung', fields: 'Felder', values: 'Gültige Werte' },
    labels: { sku: 'SKU', title: 'Titel', condition: 'Zustand', group: 'Angebot' },
    hint: 'So wird dieses Blatt ausgefüllt',
    required: 'Pflicht',
    fresh: 'Neu',
    used: 'Gebraucht - Gut',
    edit: 'Einige Felder ändern',
    replace: 'Anlegen oder ersetzen',
    remove: 'Löschen',
    merchant: 'Vom Händler verschickt',
    amazon: 'Von Amazon verschickt',
    title: 'Große Tasse „Küste“, 0,3 l',
    comma: ',',
  },
  ja: {
    language: 'ja_JP',
    marketplace: 'A1VC38T7YXB528',
    sheets: { data: 'テンプレート', hints: '使い方', fields: 'データ定義', values: '推奨値' },
    labels: { sku: 'SKU', title: '商品名', condition: 'コンディション', group: '出品' },
    hint: 'このシートの書き方',
    required: '必須',
    fresh: '新品',
    used: '中古 - 良い',
    edit: '一部を変更',
    replace: '作成または置換',
    remove: '削除',
    merchant: '出品者が出荷',
    amazon: 'アマゾンが出荷',
    title: 'お茶のマグカップ「みなと」',
    comma: '.',
  },
  ar: {
    language: 'ar_AE',
    marketplace: 'ARBP9OOSHTCHU',
    sheets: { data: 'القالب', hints: 'التعليمات', fields: 'تعريف البيانات', values: 'القيم الصالحة' },
    labels: { sku: 'SKU', title: 'اسم المنتج', condition: 'الحالة', group: 'العرض' },
    hint: 'كيف تملأ هذه الورقة',
    required: 'مطلوب',
    fresh: 'جديد',
    used: 'مستعمل - جيد',
    edit: 'تعديل بعض الحقول',
    replace: 'إنشاء أو استبدال',
    remove: 'حذف',
    merchant: 'يشحنه البائع',
    amazon: 'تشحنه أمازون',
    title: 'كوب شاي «الميناء»',
    comma: '.',
  },
}

/** An amount as people write it there. */
export const amount = (value: number, { comma }: Words): string => value.toFixed(2).replace('.', comma)
