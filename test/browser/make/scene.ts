import type { Page } from '@playwright/test'

/** A dialog or side panel of the console: which part draws it, where it is opened, and by which presses; the last one is its opener. */
export type Scene = {
  /** Below src/web; what draws several dialogs stands here several times. */
  readonly file: string
  readonly name: string
  readonly path: string
  /** Where the address is of one thing: the first link of the list at `path` whose address begins so is followed. */
  readonly one?: string
  readonly presses: readonly RegExp[]
  /** What is there only once somebody did something: done before the page is opened, and on it. */
  before?(page: Page): Promise<unknown>
  there?(page: Page): Promise<unknown>
}
