/** What happens after a change that may mend held orders (E4). */
export const AGAIN = 'Held orders that this mends import by themselves while the server runs (else: ./millrace run).'
