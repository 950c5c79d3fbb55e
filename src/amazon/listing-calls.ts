import type { Connection } from '#core/connection.ts'
import { ok, type Result } from '#core/problems.ts'
import type { Question, Told } from './client.ts'
import { offerPatch, stockPatch } from './listing-patches.ts'
import {
  askForListing,
  askForListings,
  askToChange,
  readChangeAnswer,
  readListings,
  readOneListing,
} from './listings.ts'
import { readListingsReport, writeListingsFeed } from './listings-feed.ts'
import type { Amazon, Answer } from './port.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'method'>

/** What the edge offers about listings (I8, I10). */
export type ListingCalls = Pick<
  Amazon,
  | 'changeListing'
  | 'readListings'
  | 'readListing'
  | 'writeListingsFeed'
  | 'readListingsReport'
  | 'stockPatch'
  | 'offerPatch'
>

/** Builds the calls about listings. */
export function listingCalls(ask: (connection: Connection, asks: Asks) => Promise<Answer<Told>>): ListingCalls {
  return {
    changeListing: async (connection, change) =>
      then(await ask(connection, askToChange(connection.sellingPartnerId, change)), readChangeAnswer),
    readListings: async (connection, asked) =>
      then(await ask(connection, askForListings(connection.sellingPartnerId, asked)), (told) =>
        readListings(told, asked.marketplaceId),
      ),
    readListing: async (connection, asked) => {
      const answer = await ask(connection, askForListing(connection.sellingPartnerId, asked))
      if (answer.ok === false && answer.problem.code === 'not-found-at-amazon') return ok([])
      return then(answer, (told) => readOneListing(told, asked.marketplaceId))
    },
    writeListingsFeed: ({ sellingPartnerId }, messages) => writeListingsFeed(sellingPartnerId, messages),
    readListingsReport,
    stockPatch,
    offerPatch,
  }
}

const then = <A, B>(answer: Answer<A>, read: (value: A) => Result<B>): Answer<B> =>
  answer.ok === true ? read(answer.value) : answer
