import type { Connection } from '#core/connection.ts'
import type { Result } from '#core/problems.ts'
import { checkAttributes } from './check-attributes.ts'
import type { Question, Quota, Told } from './client.ts'
import { createDownload } from './download.ts'
import { readChangeAnswer } from './listings.ts'
import type { Amazon, Answer } from './port.ts'
import {
  askForDefinition,
  askForTypes,
  askIfAttributesFit,
  askToPut,
  fetchSchema,
  readDefinition,
  readTypes,
} from './product-types.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'method'>

/** What the calls about product types are made of. */
export type TypeWays = {
  ask(connection: Connection, asks: Asks): Promise<Answer<Told>>
  /** Hosts of Amazon's documents; schemas lie at one of them. */
  readonly hosts: readonly string[]
  readonly quota: Pick<Quota, 'countCall'>
}

/** The calls about product types, and about whole listings made by them (T1). */
export type TypeCalls = Pick<
  Amazon,
  'searchTypes' | 'findDefinition' | 'fetchDefinition' | 'checkAttributes' | 'previewListing' | 'putListing'
>

/** A definition has some hundred kilobytes; more than this is not read. */
const LIMITS = { timeoutMs: 60_000, sentLimitMb: 8, inflatedLimitMb: 8 }

/** Builds them. */
export function typeCalls({ ask, hosts, quota }: TypeWays): TypeCalls {
  const download = createDownload({ hosts, ...LIMITS })
  return {
    checkAttributes,
    searchTypes: async (connection, search) => then(await ask(connection, askForTypes(search)), readTypes),
    findDefinition: async (connection, key) =>
      then(await ask(connection, askForDefinition(key)), (told) => readDefinition(told, key)),
    fetchDefinition: async ({ merchantId, id: connectionId }, head) => {
      const fetched = await fetchSchema(download, head)
      const sent = fetched.ok || fetched.problem.code !== 'host-not-allowed'
      const outcome = fetched.ok ? 'ok' : 'failed'
      if (sent) quota.countCall({ merchantId, connectionId, operation: 'downloadProductTypeSchema', outcome })
      return fetched
    },
    previewListing: async (connection, listing, listed) => {
      const { sellingPartnerId: seller } = connection
      const asks = listed ? askIfAttributesFit(seller, listing) : askToPut(seller, listing, true)
      return then(await ask(connection, asks), readChangeAnswer)
    },
    putListing: async (connection, listing) =>
      then(await ask(connection, askToPut(connection.sellingPartnerId, listing, false)), readChangeAnswer),
  }
}

const then = <A, B>(answer: Answer<A>, read: (value: A) => Result<B>): Answer<B> =>
  answer.ok === true ? read(answer.value) : answer
