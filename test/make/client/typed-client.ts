import createClient from 'openapi-fetch'
import type { buildApp } from '#http/app.ts'
import type { paths } from '../../../src/web/generated/api.ts'

/** A client of the REST API whose requests and answers are typed by docs/openapi.json; it speaks to the application in this process. */
export const typedClient = (app: Awaited<ReturnType<typeof buildApp>>, key: string) =>
  createClient<paths>({
    baseUrl: 'http://millrace.example',
    headers: { authorization: `Bearer ${key}` },
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url)
      const payload = await request.text()
      const reply = await app.inject({
        method: request.method as 'GET',
        url: `${pathname}${search}`,
        headers: Object.fromEntries(request.headers),
        ...(payload === '' ? {} : { payload }),
      })
      const headers = Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)])
      return new Response(reply.body, { status: reply.statusCode, headers })
    },
  })

/** What a typed request answered; a refusal ends the test with its sentences. */
export async function answered<T>(sent: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await sent
  if (data !== undefined) return data
  throw new Error(`${response.status} ${response.url}: ${JSON.stringify(error)}`)
}
