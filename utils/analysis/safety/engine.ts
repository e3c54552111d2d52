import contextsJson from './context.json';
import formsJson from './forms.json';
import listsJson from './lists.json';
import abuse from './rules/abuse.json';
import abuseSigns from './rules/abuse-signs.json';
import danger from './rules/danger.json';
import dangerNow from './rules/danger-now.json';
import nets from './rules/nets.json';
import others from './rules/others.json';
import othersMore from './rules/others-more.json';
import selfHarm from './rules/self-harm.json';
import selfHarmSigns from './rules/self-harm-signs.json';
import suicideDoing from './rules/suicide-doing.json';
import suicideExplicit from './rules/suicide-explicit.json';
import suicideHints from './rules/suicide-hints.json';
import suicideIndirect from './rules/suicide-indirect.json';
import veiled from './rules/veiled.json';
import violence from './rules/violence.json';
import violenceSigns from './rules/violence-signs.json';
import spellingsJson from './spellings.json';
import { buildAutomaton, type Lists, type Match } from './automaton';
import { fold } from './fold';
import { buildLexicon } from './lexicon';
import { parsePattern, type Pattern } from './pattern';
import { splitPieces } from './pieces';
import {
  contextsSchema,
  listsSchema,
  rulesSchema,
  spellingsSchema,
  type ContextEffect,
  type Rule,
  type Spellings,
} from './rule-schema';
import type { SubjectWords } from './subject';
import { readWords, type Spelling, type Word } from './words';

/** What one pattern of the automaton stands for. */
export type Meaning =
  | { kind: 'rule'; rule: Rule; holdsNot: boolean }
  /** One of the lists of a rule's `together`. */
  | { kind: 'part'; rule: Rule; part: number; holdsNot: boolean }
  | { kind: 'unless'; rule: Rule }
  | { kind: 'context'; effect: ContextEffect };

export interface ContextSets extends SubjectWords {
  present: ReadonlySet<string>;
  pastStates: ReadonlySet<string>;
}

export interface Engine {
  rules: readonly Rule[];
  lists: Lists;
  sets: ContextSets;
  read: (text: string) => Word[];
  match: (words: readonly Word[]) => Match[];
  meaning: (pattern: number) => Meaning;
}

function readSpelling(
  spellings: Spellings,
  vocabulary: ReadonlySet<string>,
  pictures: ReadonlySet<string>,
): Spelling {
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
  for (const word of [...spellings.fillers, ...spellings.real]) known.add(word);
  const real = new Set(spellings.real);
  return {
    lexicon: buildLexicon(known, spellings.hidden, spellings.slips, real),
    variants,
    longest,
    glued: spellings.glued,
    hidden: new Set(spellings.hidden),
    pictures,
    real,
  };
}

/** Tells whether a pattern, or a list in it, names one of `words`. */
function naming(lists: Lists, words: ReadonlySet<string>): (pattern: Pattern) => boolean {
  const known = new Map<string, boolean>();
  const names = (pattern: Pattern): boolean => {
    switch (pattern.kind) {
      case 'word':
        return words.has(pattern.word);
      case 'list': {
        let found = known.get(pattern.name);
        if (found === undefined) {
          known.set(pattern.name, (found = (lists.get(pattern.name) ?? []).some(names)));
        }
        return found;
      }
      case 'sequence':
        return pattern.parts.some(names);
      case 'choice':
        return pattern.options.some(names);
      case 'optional':
        return names(pattern.part);
      case 'stem':
      case 'number':
      case 'gap':
      case 'start':
      case 'end':
        return false;
    }
  };
  return names;
}

/** Parses the rules and builds the automaton. Throws an error that names the rule or list that is not well formed. */
function build(): Engine {
  const rules = rulesSchema.parse([
    ...suicideExplicit,
    ...suicideDoing,
    ...suicideIndirect,
    ...suicideHints,
    ...selfHarm,
    ...selfHarmSigns,
    ...abuse,
    ...abuseSigns,
    ...violence,
    ...violenceSigns,
    ...veiled,
    ...danger,
    ...dangerNow,
    ...others,
    ...othersMore,
    ...nets,
  ]);
  const contexts = contextsSchema.parse(contextsJson);
  const spellings = spellingsSchema.parse(spellingsJson);
  const lists: Lists = new Map(
    [
      ...Object.entries(listsSchema.parse(listsJson)),
      ...Object.entries(listsSchema.parse(formsJson)).map(([word, forms]) => [`${word}~`, forms] as const),
    ].map(([name, entries]) => [name, entries.map(parsePattern)]),
  );
  const meanings: Meaning[] = [];
  const negators = new Set(contexts.negators);
  const namesNot = naming(lists, negators);
  const patterns: Pattern[] = [];
  const add = (sources: readonly string[], meaningOf: (pattern: Pattern) => Meaning) => {
    for (const source of sources) {
      const pattern = parsePattern(source);
      patterns.push(pattern);
      meanings.push(meaningOf(pattern));
    }
  };
  for (const rule of rules) {
    add(rule.say ?? [], (pattern) => ({ kind: 'rule', rule, holdsNot: namesNot(pattern) }));
    rule.together?.forEach((say, part) => {
      add(say, (pattern) => ({ kind: 'part', rule, part, holdsNot: namesNot(pattern) }));
    });
  }
  const sought = patterns.length;
  for (const rule of rules) add(rule.unless ?? [], () => ({ kind: 'unless', rule }));
  for (const { say, effect } of contexts.contexts) add(say, () => ({ kind: 'context', effect }));
  // Pictures stand between words as fillers do, unless a rule names them.
  const pictures = new Set(JSON.stringify([rules, contexts]).match(/\p{Extended_Pictographic}/gu));
  const fillers = new Set([...spellings.fillers, ...pictures]);
  const automaton = buildAutomaton(patterns, lists, {
    fillers,
    sought,
    openers: new Set(contexts.clauseOpeners),
  });
  const spelling = readSpelling(
    spellings,
    new Set([...automaton.vocabulary, ...contexts.carriers, ...contexts.negators]),
    pictures,
  );
  const single = (entry: string): string[] => {
    const parsed = parsePattern(entry);
    if (parsed.kind === 'word') return [parsed.word];
    if (parsed.kind !== 'list') return [];
    return (lists.get(parsed.name) ?? []).flatMap((each) =>
      each.kind === 'word' ? [each.word] : each.kind === 'list' ? single(`<${each.name}>`) : [],
    );
  };
  return {
    rules,
    lists,
    sets: {
      carriers: new Set(contexts.carriers),
      negators,
      sayers: new Set(contexts.sayers),
      reporters: new Set(contexts.reporters),
      clauseStarts: new Set(contexts.clauseStarts),
      firstPerson: new Set(contexts.firstPerson),
      others: new Set(contexts.otherSubjects.flatMap(single)),
      things: new Set(contexts.things),
      reach: contexts.reach,
      present: new Set(contexts.presentForms),
      pastStates: new Set(contexts.pastStates),
    },
    read: (text) => readWords(splitPieces(fold(text)), spelling),
    match: automaton.match,
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
