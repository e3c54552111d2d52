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
  'like',
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

/** Asked for in any sentence; the rest is asked for by a question, or by a sentence that wants to be told. */
const IN_ANY_SENTENCE: ReadonlySet<Ask> = new Set([
  'ai',
  'suicide',
  'self-harm',
  'plan',
  'safe',
  'mean',
  'more',
  'ready',
  'goodbye',
  'greeting',
]);
const WANTS_TO_KNOW =
  /\b(?:tell me|wonder(?:ing)?|curious|(?:want|like|love|help|need) (?:me )?to (?:know|hear|understand)|asking)\b/u;

/**
 * What a supporter's turn asks for. "Somebody who is awake" asks for nobody's name: of the turn's questions, when it
 * has some, and else of a turn that wants to be told. Both in plain chat text.
 */
export function asksOf(turn: string, questions: string): Ask[] {
  const within = new Set(findAsks(questions));
  const isOpen = questions === '' && WANTS_TO_KNOW.test(turn);
  return findAsks(turn).filter((ask) => isOpen || within.has(ask) || IN_ANY_SENTENCE.has(ask));
}

/** What a text asks for by its words, in the order of the turn, each once. `plain` is plain chat text. */
export function findAsks(plain: string): Ask[] {
  return COMPILED.flatMap(({ ask, match }) => {
    const at = match.exec(plain)?.index;
    return at === undefined ? [] : [{ ask, at }];
  })
    .sort((a, b) => a.at - b.at)
    .map(({ ask }) => ask);
}
