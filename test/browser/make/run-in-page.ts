import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

const SCRIPT = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8')

/** Runs one of the functions of `in-page.js` in a page, and gives what it gives. */
export const runInPage = <T>(page: Page, call: string): Promise<T> => page.evaluate(`${SCRIPT}; inPage.${call}`)
