import { answer, api, queries } from '../../api.ts'

/** How often what is under way is asked after, where no news come, in milliseconds. */
export const WHILE_UNDER_WAY = 2_000

/** The path of an import. */
export const importAt = (id: number) => ({ params: { path: { import: String(id) } } })

/** Brings a file as it is; gives the number of its import, or throws the sentence of what is wrong with it. */
export async function bringFile(file: File): Promise<number> {
  const sent = api.POST('/api/v1/imports', {
    params: { query: { fileName: file.name.slice(-200) } },
    headers: { 'content-type': 'application/octet-stream' },
    body: file as never,
    bodySerializer: () => file,
  })
  const brought = await answer(sent)
  await importsChanged()
  return brought.import
}

/** What shows imports is fetched again. */
export const importsChanged = (): Promise<void> => queries.invalidateQueries({ queryKey: ['imports'] })
