/** "must be a date" as a sentence of its own beside a field. */
export const sentence = (why: string): string => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`
