/** Id of every adapter that a page itself suggested. */
export const GUESS_ID = 'guess';
