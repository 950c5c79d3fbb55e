import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NOT_IN_DEMO, SCENES } from '../browser/make/dialogs.ts'

const WEB = join(import.meta.dirname, '..', '..', 'src', 'web')
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(WEB, name), 'utf8') }))
/** The parts from which every dialog is drawn. */
const PARTS = ['parts/Dialog.tsx', 'parts/Ask.tsx']

test('[X1] every dialog of the console is opened by the browser tests, or it is said why the demo cannot show it', () => {
  const drawing = files.filter(({ name, text }) => /<(Dialog|SidePanel|Ask)\b/.test(text) && !PARTS.includes(name))
  const opened = new Set(SCENES.flatMap(({ scenes }) => scenes.map(({ file }) => file)))
  const named = [...opened, ...Object.keys(NOT_IN_DEMO)]
  expect(drawing.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !drawing.some((file) => file.name === name))).toEqual([])
  expect(Object.keys(NOT_IN_DEMO).filter((name) => opened.has(name))).toEqual([])
})

test('[X1] every dialog is made of the same part, which gives the focus back', () => {
  const others = files.filter(
    ({ name, text }) =>
      name !== 'parts/Dialog.tsx' && /import \{[^}]*\b(Modal|Drawer)\b[^}]*\} from '@mantine/.test(text),
  )
  expect(others.map(({ name }) => name)).toEqual([])
})
