import { contentStems } from '../cues/stems';
import { tokenise } from '../text/tokenise';
import { splitClauses } from './clauses';
import { CODES, FAMILIES, FAMILY_OF, type Code, type CodedSpan, type Family } from './code';
import { codeFeatures } from './code-features';
import { addLearntScores, type CodeModel } from './code-model';
import { clauseAsks, COMPILED_CODE_RULES } from './code-rules';
import { plainTokens } from './plain-chat';

/** A clause with the probability of each code, in the order of CODES. */
export interface CodedClause {
  start: number;
  end: number;
  probabilities: Float64Array;
}

/** What the coder may know besides the message. */
export interface CodeContext {
  /** What the client wrote just before. */
  client?: string;
}

const INDEX = new Map(CODES.map((code, i) => [code, i]));
const OTHER = INDEX.get('other') ?? 0;
const SIMPLE = INDEX.get('simple-reflection') ?? 0;
const COMPLEX = INDEX.get('complex-reflection') ?? 0;
/** What speaks for "other" when nothing else does. */
const OTHER_BY_DEFAULT = 1;

/** How much of a clause is read: what a sentence does shows early, and a page without a stop is no sentence. */
const LONGEST_READ = 600;

/** Scores of the rules for one clause, in the order of CODES. */
export function ruleScores(plain: string, asks: boolean): Float64Array {
  const scores = new Float64Array(CODES.length);
  scores[OTHER] = OTHER_BY_DEFAULT;
  for (const rule of COMPILED_CODE_RULES) {
    if (!rule.fires(plain, asks)) continue;
    const i = INDEX.get(rule.code) ?? OTHER;
    scores[i] = (scores[i] ?? 0) + rule.weight;
  }
  return scores;
}

function toProbabilities(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const value = Math.exp((scores[i] ?? 0) - highest);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) / sum;
  return scores;
}

/** Each clause of a supporter's message with its probabilities. Without a model the rules decide alone. */
export function codeClauses(text: string, model: CodeModel | null = null): CodedClause[] {
  return splitClauses(text).map(({ start, end }) => {
    const tokens = tokenise(text.slice(start, Math.min(end, start + LONGEST_READ)));
    const plain = plainTokens(tokens);
    const asks = clauseAsks(plain);
    const scores = ruleScores(plain, asks);
    if (model) {
      for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] ?? 0) * model.ruleShare;
      addLearntScores(model, codeFeatures(tokens, asks), scores);
    }
    return { start, end, probabilities: toProbabilities(scores) };
  });
}

const ADVISING: ReadonlySet<number> = new Set(
  (['advice', 'advice-with-permission', 'persuading'] as const).map((code) => INDEX.get(code) ?? OTHER),
);
/** How likely advising must be to be said: a supporter is held to it, so that it must be earned. */
const SURE_OF_ADVICE = 0.65;

function adviceIn(probabilities: Float64Array): number {
  let sum = 0;
  for (const i of ADVISING) sum += probabilities[i] ?? 0;
  return sum;
}

function likeliest(probabilities: Float64Array): number {
  const isSure = adviceIn(probabilities) >= SURE_OF_ADVICE;
  let best = OTHER;
  for (let i = 0; i < probabilities.length; i += 1) {
    if (!isSure && ADVISING.has(i)) continue;
    if ((probabilities[i] ?? 0) > (probabilities[best] ?? 0)) best = i;
  }
  return best;
}

/** Part of a reflection's content words that must be the client's own for it to add nothing. */
const REPEATS = 0.75;
const FEW_STEMS = 2;

function repeatsClient(clause: string, said: string): boolean {
  const client = contentStems(said);
  const stems = [...contentStems(clause)];
  return (
    stems.length >= FEW_STEMS && stems.filter((stem) => client.has(stem)).length / stems.length >= REPEATS
  );
}

/**
 * Codes each part of a supporter's message, in the order of the text. Parts that follow each other with the
 * same code are one span. A reflection that only repeats the client's words counts as simple.
 */
export const codeMessage = (
  text: string,
  context: CodeContext = {},
  model: CodeModel | null = null,
): CodedSpan[] => spansOf(text, codeClauses(text, model), context);

/** What `codeMessage` says of a message whose clauses are known already. */
export function spansOf(
  text: string,
  clauses: readonly CodedClause[],
  { client }: CodeContext = {},
): CodedSpan[] {
  const spans: CodedSpan[] = [];
  for (const { start, end, probabilities } of clauses) {
    let index = likeliest(probabilities);
    if (index === COMPLEX && client && repeatsClient(text.slice(start, end), client)) index = SIMPLE;
    const code: Code = CODES[index] ?? 'other';
    const last = spans.at(-1);
    if (last?.code === code) last.end = end;
    else spans.push({ code, start, end });
  }
  return spans;
}

/** A question that something else follows is seldom what the message is for. */
const EARLIER_QUESTION = 0.5;
/** Whoever tells or advises often adds a question; it takes more of the message to make asking its point. */
const QUESTION = 0.6;
/** A long clause says more than a short one, but not by as much as it is longer: sympathy takes many words. */
const BY_LENGTH = 0.75;

/** What a message mainly does: its clauses by length; greetings and the like count little, and so do passing questions. */
export function mainFamily(clauses: readonly CodedClause[]): Family {
  const votes: Record<Family, number> = { question: 0, reflection: 0, input: 0, other: 0 };
  clauses.forEach(({ start, end, probabilities }, at) => {
    const weight = (end - start) ** BY_LENGTH * (1 - (probabilities[OTHER] ?? 0));
    const asking = QUESTION * (at < clauses.length - 1 ? EARLIER_QUESTION : 1);
    CODES.forEach((code, i) => {
      const family = FAMILY_OF[code];
      votes[family] += weight * (family === 'question' ? asking : 1) * (probabilities[i] ?? 0);
    });
  });
  let best: Family = 'other';
  for (const family of FAMILIES) if (votes[family] > votes[best]) best = family;
  return best;
}

/**
 * How much a message tells the client what to do, 0 to 1: the mean of how likely it is that some clause does
 * and of the share of the message that does.
 */
export function adviceLikelihood(clauses: readonly CodedClause[]): number {
  let none = 1;
  let length = 0;
  let advising = 0;
  for (const { start, end, probabilities } of clauses) {
    const advises = adviceIn(probabilities);
    none *= 1 - Math.min(1, advises);
    length += end - start;
    advising += advises * (end - start);
  }
  return length === 0 ? 0 : (1 - none + advising / length) / 2;
}
