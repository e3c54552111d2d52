import { z } from '../schema';
import data from './data/asks.json';

/** What a supporter's question may ask for. */
export const ASKS = [
  'ai',
  'suicide',
  'plan',
  'self-harm',
  'safe',
  'name',
  'age',
  'where',
  'how-long',
  'when',
  'support',
  'told',
  'who',
  'family',
  'work',
  'doctor',
  'substances',
  'religion',
  'rate',
  'sleep',
  'eat',
  'daily',
  'coped',
  'want',
  'feel',
  'why',
  'mean',
  'more',
  'partner',
  'other',
  'ready',
  'anything-else',
  'goodbye',
  'greeting',
] as const;
export type Ask = (typeof ASKS)[number];

/** Plain questions about safety. */
export const SAFETY_ASKS: ReadonlySet<Ask> = new Set(['suicide', 'self-harm', 'safe', 'plan']);

const asksSchema = z.strictObject({
  about: z.string(),
  asks: z.array(z.strictObject({ ask: z.enum(ASKS), pattern: z.string(), example: z.string() })),
});

const COMPILED = asksSchema
  .parse(data)
  .asks.map(({ ask, pattern, example }) => ({ ask, example, match: new RegExp(pattern, 'u') }));

/** The examples of `asks.json`, to hold the patterns to. */
export const ASK_EXAMPLES = COMPILED.map(({ ask, example }) => ({ ask, example }));

/** What a supporter's turn asks for, in the order of the turn, each once. `plain` is plain chat text. */
export function findAsks(plain: string): Ask[] {
  return COMPILED.flatMap(({ ask, match }) => {
    const at = match.exec(plain)?.index;
    return at === undefined ? [] : [{ ask, at }];
  })
    .sort((a, b) => a.at - b.at)
    .map(({ ask }) => ask);
}
