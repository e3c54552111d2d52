/** Longest text kept of one message, in UTF-16 units. A longer one is cut and marked `cut`. */
export const MAX_TEXT = 8_000;
/** Longest id, author name or title that crosses a boundary. */
export const MAX_NAME = 300;
/** Most messages in one delta; a longer history comes in several. */
export const MAX_BATCH = 200;
/** Longest draft that is read, in UTF-16 units. */
export const MAX_DRAFT = 20_000;
/** Most messages kept of one conversation; the oldest go first. */
export const MAX_MESSAGES = 5_000;
