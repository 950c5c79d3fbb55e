/** One store of documents for each region, under the names that its addresses have been seen with. */
export const DOCUMENT_HOSTS: readonly string[] = [
  ...['na', 'eu', 'fe'].flatMap((region) => ['', '-*'].map((more) => `tortuga-prod-${region}.s3${more}.amazonaws.com`)),
  ...['na.s3.us', 'eu.s3.eu', 'fe.s3.us', 'fe.s3.ap'].map((place) => `tortuga-prod-${place}-*.amazonaws.com`),
]
