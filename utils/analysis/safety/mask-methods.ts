import { z } from '../../schema';
import { buildAutomaton } from './automaton';
import { safetyEngine } from './engine';
import methodsJson from './methods.json';
import { parsePattern } from './pattern';

const methodsSchema = z.strictObject({
  reason: z.string(),
  words: z.array(z.string()),
  amounts: z.array(z.string()),
});

/** Stands in the quote for each masked place, whatever its length, so that the length tells nothing either. */
export const METHOD_MASK = '[…]';

function build() {
  const methods = methodsSchema.parse(methodsJson);
  const { lists } = safetyEngine();
  return buildAutomaton([...methods.words, ...methods.amounts].map(parsePattern), lists);
}

let automaton: ReturnType<typeof build> | undefined;

/** A number with its unit in one word: 50mg, 20x, 40pills. */
const DOSE = /^\d+[a-z]+$/;

/**
 * Replaces means, places and doses by a mask, for the quote on the safety card (no method is repeated to anyone).
 * Reads the text as the rules do, so that a disguised word is masked too. It rather masks too much than too little.
 * Linear in the length of the text; never throws for any text.
 */
export function maskMethods(text: string): string {
  automaton ??= build();
  const engine = safetyEngine();
  const words = engine.read(text);
  const spans = automaton
    .match(words)
    .map(({ from, to }) => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }));
  for (const { word, start, end } of words) if (DOSE.test(word)) spans.push({ start, end });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  let masked = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= at) continue;
    if (start >= at) masked += text.slice(at, start) + METHOD_MASK;
    at = end;
  }
  return masked + text.slice(at);
}
