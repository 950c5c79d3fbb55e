import type { MerchantId } from '#core/ids.ts'
import type { InboundDocument } from '#store/documents.ts'
import type { Deps } from './deps.ts'
import { importAgain } from './reprocess.ts'

/** Takes some documents again through the import, now, and gives what became of each, in the order asked; one that does not exist is left out (E2). */
export async function reprocessChosen(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly documentIds: readonly number[]; readonly who: string; readonly fetchAnyway: boolean },
): Promise<readonly InboundDocument[]> {
  const find = () =>
    deps.transaction(merchant, 'app', async (tx) => {
      const found = await tx.store.findDocuments(asked.documentIds)
      return [...new Set(asked.documentIds)].flatMap((id) => found.find((each) => each.documentId === id) ?? [])
    })
  const documents = await find()
  const { who, fetchAnyway } = asked
  if (documents.length > 0) await importAgain(deps, { merchant, documents, who, fetchAnyway })
  return find()
}
