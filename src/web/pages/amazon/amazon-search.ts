import { type ErrorSearch, readErrorSearch } from '../errors/errors-search.ts'
import { type ImportsSearch, readImportsSearch } from '../imports/imports-search.ts'

/** What stands in the address: the tab (none: the settings), and what of it is shown. */
export type AmazonSearch = ErrorSearch & ImportsSearch & { readonly tab?: 'errors' | 'import' | undefined }

/** Reads it, whatever somebody typed there. */
export function readAmazonSearch({ tab, ...rest }: Record<string, unknown>): AmazonSearch {
  if (tab === 'errors') return { tab, ...readErrorSearch(rest) }
  if (tab === 'import') return { tab, ...readImportsSearch(rest) }
  return {}
}

/** The address of a tab as it is opened. */
export const searchOfTab = (tab: string | null): AmazonSearch => readAmazonSearch({ tab })
