import contextsJson from './context.json';
import listsJson from './lists.json';
import abuse from './rules/abuse.json';
import danger from './rules/danger.json';
import others from './rules/others.json';
import selfHarm from './rules/self-harm.json';
import suicideExplicit from './rules/suicide-explicit.json';
import suicideIndirect from './rules/suicide-indirect.json';
import violence from './rules/violence.json';
import spellingsJson from './spellings.json';
import { buildAutomaton, type Lists, type Match } from './automaton';
import { fold } from './fold';
import { buildLexicon } from './lexicon';
import { parsePattern } from './pattern';
import { splitPieces } from './pieces';
import {
  contextsSchema,
  listsSchema,
  rulesSchema,
  spellingsSchema,
  type Contexts,
  type Rule,
  type Spellings,
} from './rule-schema';
import { readWords, type Spelling, type Word } from './words';

/** What one pattern of the automaton stands for. */
export type Meaning =
  | { kind: 'rule'; rule: Rule }
  | { kind: 'unless'; rule: Rule }
  | { kind: 'context'; effect: Contexts['contexts'][number]['effect'] };

export interface Engine {
  rules: readonly Rule[];
  contexts: Contexts;
  lists: Lists;
  /** The people who are neither client nor supporter, as single words. */
  others: ReadonlySet<string>;
  read: (text: string) => Word[];
  match: (words: readonly Word[]) => Match[];
  meaning: (pattern: number) => Meaning;
}

function readSpelling(spellings: Spellings, vocabulary: ReadonlySet<string>): Spelling {
  const variants = new Map<string, readonly string[]>();
  const longest = new Map<string, number>();
  const known = new Set(vocabulary);
  for (const [plain, shapes] of Object.entries(spellings.variants)) {
    const meaning = plain.split(' ');
    for (const word of meaning) known.add(word);
    for (const shape of shapes) {
      const words = shape.split(' ');
      variants.set(shape, meaning);
      const [first = ''] = words;
      longest.set(first, Math.max(longest.get(first) ?? 1, words.length));
      for (const word of words) known.add(word);
    }
  }
  for (const word of spellings.fillers) known.add(word);
  const real = new Set(spellings.real);
  return {
    lexicon: buildLexicon(known, spellings.hidden, spellings.slips, real),
    variants,
    longest,
    glued: spellings.glued,
    pictures: new Set([...vocabulary].filter((word) => /^\p{Extended_Pictographic}/u.test(word))),
    real,
  };
}

/** Parses the rules and builds the automaton. Throws an error that names the rule or list that is not well formed. */
function build(): Engine {
  const rules = rulesSchema.parse([
    ...suicideExplicit,
    ...suicideIndirect,
    ...selfHarm,
    ...abuse,
    ...violence,
    ...danger,
    ...others,
  ]);
  const contexts = contextsSchema.parse(contextsJson);
  const spellings = spellingsSchema.parse(spellingsJson);
  const lists: Lists = new Map(
    Object.entries(listsSchema.parse(listsJson)).map(([name, entries]) => [name, entries.map(parsePattern)]),
  );
  const meanings: Meaning[] = [];
  const patterns = [
    ...rules.flatMap((rule) => [
      ...rule.say.map((source) => ({ source, meaning: { kind: 'rule', rule } as const })),
      ...(rule.unless ?? []).map((source) => ({ source, meaning: { kind: 'unless', rule } as const })),
    ]),
    ...contexts.contexts.flatMap(({ say, effect }) =>
      say.map((source) => ({ source, meaning: { kind: 'context', effect } as const })),
    ),
  ].map(({ source, meaning }) => {
    meanings.push(meaning);
    return parsePattern(source);
  });
  const automaton = buildAutomaton(patterns, lists);
  const spelling = readSpelling(
    spellings,
    new Set([...automaton.vocabulary, ...contexts.carriers, ...contexts.negators]),
  );
  const fillers = new Set([...spellings.fillers, ...spelling.pictures]);
  const isFiller = (word: string) => fillers.has(word);
  const single = (entry: string) =>
    entry.startsWith('<') ? ((listsJson as Record<string, string[]>)[entry.slice(1, -1)] ?? []) : [entry];
  return {
    rules,
    contexts,
    lists,
    others: new Set(listsJson['someone else'].flatMap(single).filter((entry) => !entry.includes(' '))),
    read: (text) => readWords(splitPieces(fold(text)), spelling),
    match: (words) => automaton.match(words, isFiller),
    meaning: (pattern) => {
      const meaning = meanings[pattern];
      if (!meaning) throw new RangeError(`no pattern ${String(pattern)}`);
      return meaning;
    },
  };
}

let engine: Engine | undefined;

/** The engine, built at the first use. */
export function safetyEngine(): Engine {
  engine ??= build();
  return engine;
}
