/** A coloured dot before a word; the word says it, the colour only helps. */
export const Dot = ({ color }: { readonly color: string }) => (
  <svg width="8" height="8" aria-hidden="true">
    <circle cx="4" cy="4" r="4" fill={`var(--mantine-color-${color}-6)`} />
  </svg>
)
