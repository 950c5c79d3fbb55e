import type { Page } from '@playwright/test'

type Asked = { readonly method: string; readonly path: string; readonly body?: object }

/** Asks the API as the page itself does, with its session. */
export const ask = <Answer = unknown>(page: Page, asked: Asked): Promise<Answer> =>
  page.evaluate(async ({ method, path, body }) => {
    const { csrf, merchant } = (await (await fetch('/api/v1/session')).json()) as { csrf: string; merchant: string }
    const headers = { 'content-type': 'application/json', 'millrace-csrf': csrf, 'millrace-merchant': merchant }
    const reply = await fetch(`/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`)
    return JSON.parse(text)
  }, asked)
