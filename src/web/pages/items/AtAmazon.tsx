import { Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { LISTING_STANDINGS } from '#core/inventory/listing-standing.ts'
import { moneyText } from '../../format.ts'
import type { components } from '../../generated/api.ts'
import { itemsWords as say } from '../../words/items.ts'
import { StandingBadge } from './StandingBadge.tsx'

type Row = components['schemas']['CatalogRow']
/** So many prices stand in a row; the item's page has the others. */
const MOST_PRICES = 3

/** The prices at Amazon, one for each marketplace. */
export function PricesThere({ row, countryOf }: { readonly row: Row; countryOf(marketplaceId: string): string }) {
  const priced = row.amazon.filter(({ price }) => price !== null)
  const places = [...new Map(priced.map((each) => [each.marketplaceId, each])).values()]
  if (places.length === 0) return '–'
  return (
    <Stack gap={0} align="flex-end">
      {places.slice(0, MOST_PRICES).map(({ marketplaceId, price }) => (
        <span key={marketplaceId}>
          {places.length > 1 && (
            <Text span size="xs" c="dimmed">
              {countryOf(marketplaceId)}{' '}
            </Text>
          )}
          {moneyText(price)}
        </span>
      ))}
      {places.length > MOST_PRICES && (
        <Text span size="xs" c="dimmed">
          {say.morePrices(places.length - MOST_PRICES)}
        </Text>
      )}
    </Stack>
  )
}

/** How the listings of an item stand, the gravest first; it leads to them. */
export function StandingsThere({ row }: { readonly row: Row }) {
  if (row.listings === 0)
    return (
      <Text span inherit c="dimmed">
        {say.noListing}
      </Text>
    )
  const isOthers = row.amazon.some(({ channel }) => channel !== null && channel !== 'DEFAULT')
  return (
    <Link to="/items/$item" params={{ item: row.id }} search={{ tab: 'amazon' }} className="plain">
      <Group gap={4} wrap="nowrap">
        {LISTING_STANDINGS.map((standing) => {
          const count = row.standings[standing] ?? 0
          return count > 0 && <StandingBadge key={standing} standing={standing} count={count} />
        })}
        {isOthers && (
          <Text span size="xs" c="dimmed">
            {say.byAmazon}
          </Text>
        )}
      </Group>
    </Link>
  )
}
