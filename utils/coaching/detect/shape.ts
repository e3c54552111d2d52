import { contentStems } from '../../analysis/cues/stems';
import { type CompiledRule, holds } from '../compile-rules';
import type { Found } from '../found';
import { countWords, type Moment } from '../moment';
import { clientForbids, counts, draftForgives, matchesIn, spanOf, wholeDraft } from '../phrases';
import type { Sentence } from '../sentences';

/** Words of the other person's mouth: "my" said back is "your". */
const TURNED: ReadonlyMap<string, string> = new Map([
  ['i', 'you'],
  ['im', 'youre'],
  ['ive', 'youve'],
  ["i'll", 'youll'],
  ["i'd", 'youd'],
  ['me', 'you'],
  ['my', 'your'],
  ['mine', 'yours'],
  ['myself', 'yourself'],
  ['we', 'you'],
  ['us', 'you'],
  ['our', 'your'],
  ['am', 'are'],
  ['was', 'were'],
  ['u', 'you'],
]);

const bare = (plain: string): string[] =>
  plain.split(/[^a-z0-9']+/u).flatMap((word) => (word === '' ? [] : [TURNED.get(word) ?? word]));

/** Length of the longest common subsequence of two short word lists. */
function commonRun(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, j) => {
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Longest texts compared word by word. */
const MOST_WORDS = 80;

/** Gives the client's last words back, nearly all of them in their order, and nothing besides. */
export function detectParroting(moment: Moment, rule: CompiledRule): Found | null {
  if (!moment.finished || moment.sentences.some(({ asks }) => asks)) return null;
  const fillers = rule.list('fillers');
  const draft = moment.sentences.map(({ plain }) => plain.text).join(' ');
  const kept = bare(fillers ? draft.replace(new RegExp(`^(?:${fillers.source})[ ,.:]*`, 'u'), '') : draft);
  if (kept.length < rule.threshold('fewest-words') || kept.length > MOST_WORDS) return null;
  const said = bare(moment.clientPlain).slice(-2 * MOST_WORDS);
  return commonRun(kept, said) / kept.length >= rule.threshold('same') ? { spans: wholeDraft(moment) } : null;
}

/** Far more words than the client's last two turns call for. */
export function detectTooLong(moment: Moment, rule: CompiledRule): Found | null {
  const { words } = moment;
  const clientWords = moment.clientWords + countWords(moment.clientEarlier);
  const asked = holds(rule.unlessClient, moment.clientPlain);
  const most = Math.max(
    rule.threshold(asked ? 'asked-words' : 'words'),
    clientWords * rule.threshold('times-client'),
  );
  return words > most ? { spans: wholeDraft(moment), n: words } : null;
}

function isMine(rule: CompiledRule, { plain, asks }: Sentence): boolean {
  if (asks) return false;
  const text = plain.text.replace(rule.list('listening') ?? /(?!)/gu, ' ');
  return holds(rule.list('mine'), text);
}

function isTheirs(rule: CompiledRule, { plain, asks }: Sentence): boolean {
  if (asks) return true;
  const text = plain.text.replace(rule.list('idioms') ?? /(?!)/gu, ' ');
  return /\b(?:you|your|youre|youve|yours|yourself|youll)\b/u.test(text);
}

/** A story of the supporter's own at the end of which the client is not there. */
export function detectSelfStory(moment: Moment, rule: CompiledRule): Found | null {
  const { sentences } = moment;
  if (!moment.finished || draftForgives(moment, rule) || clientForbids(moment, rule)) return null;
  const first = sentences.findIndex((one) => isMine(rule, one) && !isTheirs(rule, one));
  if (first < 0) return null;
  const story = sentences.slice(first);
  const last = story.at(-1);
  if (!last || isTheirs(rule, last)) return null;
  const own = story.filter((one) => isMine(rule, one));
  const [start, end] = [story[0]?.start ?? 0, last.end];
  const span = spanOf(moment.draft, start, end);
  if (own.length < rule.threshold('sentences') && countWords(span.text) < 2 * rule.threshold('fewest-words'))
    return null;
  return countWords(span.text) < rule.threshold('fewest-words') ? null : { spans: [span] };
}

/** A question about something that the client is not talking about, by its marker or its subject. */
export function detectJump(moment: Moment, rule: CompiledRule): Found | null {
  if (moment.turn.length === 0 || clientForbids(moment, rule)) return null;
  const isShowing = moment.turnCues.length > 0 || holds(moment.input.rules.troubles, moment.clientPlain);
  for (const sentence of moment.sentences) {
    if (!sentence.asks) continue;
    const { plain } = sentence;
    if (holds(rule.unless, plain.text)) continue;
    const marked = matchesIn(rule.list('marker'), sentence, moment.draft).some((one) =>
      counts(moment, rule, one),
    );
    // Small talk is a jump away from something only.
    const small = isShowing && holds(rule.list('small-talk'), plain.text);
    if (!marked && !small) continue;
    const stems = [...contentStems(sentence.text)];
    const near = new Set([...moment.clientStems, ...contentStems(moment.clientEarlier)]);
    const own = moment.sentences
      .filter((one) => one.start < sentence.start)
      .some((one) => stems.some((one_) => contentStems(one.text).has(one_)));
    const isNear = stems.some((one) => near.has(one)) || own;
    if (marked ? stems.some((one) => moment.clientStems.has(one)) : isNear) continue;
    // Without a marker only a question that follows an answer to what was said is a jump.
    if (!marked && moment.sentences[0] === sentence) continue;
    return { spans: [spanOf(moment.draft, sentence.start, sentence.end)] };
  }
  return null;
}
