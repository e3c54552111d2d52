import { isFinite, pastOf, verbForm } from './verbs';
import type { Word } from './words';
import { sign } from './signs';

/** Behind "he's" these say how somebody is or what they are at. */
const GOES_ON = sign('is, not has');

/** Behind these words stands what somebody does: the word before them is who. */
const MAKES_A_SUBJECT = sign('makes the one before a subject');

/** Relations that are named without "my": "mum says" is "my mum says". */
const INTIMATE = /^(?:mum|mom|dad|papa|nan|nana|gran|granny|grandma|grandad|granddad|grandpa)$/u;
/** Relations that Indian English names without "my" before a verb: "manager is not listening". */
const RELATED =
  /^(?:manager|boss|husband|wife|teacher|mother|father|brother|sister|landlord|supervisor|son|daughter|boyfriend|girlfriend|parents)$/u;
const isAuxiliary = (word: string): boolean => MAKES_A_SUBJECT.test(word);
const OWNED = sign('owned');
/** Participles and the like that say how somebody is. */
const HOW_ONE_IS = sign('how one is, not what one did');

/** Words whose sense only their neighbours tell: "ill" for I'll, "its" for it's, "cause" for because. */
export function settleLookAlikes(all: readonly Word[]): Word[] {
  const out: Word[] = [];
  const words = all.filter((word, i) => !isFillerLike(word, all[i - 1], all[i + 1]) && !isFinalOne(all, i));
  words.forEach((word, i) => {
    const next = words[i + 1]?.w ?? '';
    const before = words[i - 1]?.w ?? '';
    const settled =
      word.w === 'i' && lacksBe(next, words[i + 2]?.w ?? '') ? "i'm" : settle(word.w, before, next, i);
    const intimate = settled.replace(/'s$/u, '').toLowerCase();
    const bare =
      RELATED.test(intimate) &&
      isAuxiliary(next) &&
      !words.slice(Math.max(0, i - 3), i).some((w) => OWNED.test(w.w));
    // "they call me grandad" names nobody.
    const called =
      words.slice(Math.max(0, i - 4), Math.max(0, i - 1)).some((w) => /^call/u.test(w.w)) &&
      !/^(?:and|but|that|because|when|to)$/u.test(before);
    // "and mum wants us all there": a new subject, not "me and mum".
    const anew =
      before === 'and' &&
      isAuxiliary(next) &&
      !/^(?:me|i|him|her|us|dad|mum|mom|nan|gran|my|with|between)$/u.test(words[i - 2]?.w ?? '');
    const owned = OWNED.test(before) && !anew;
    if ((INTIMATE.test(intimate) || bare) && !called && !owned && !before.endsWith("'s")) {
      const { pause, ...rest } = word;
      out.push({ ...rest, w: 'my', ...(pause === true && { pause }) });
      pushVerb({ ...rest, w: settled.toLowerCase() }, next, words[i + 2]?.w ?? '', out);
    } else pushVerb({ ...word, w: settled }, next, words[i + 2]?.w ?? '', out);
  });
  return out;
}

/** "i too slow", "he very angry": many Englishes leave the "am" out. */
function lacksBe(next: string, after: string): boolean {
  return (
    /^(?:too|very|so|really|damn)$/u.test(next) &&
    after !== '' &&
    // "i really don't want to", "i so wanted it": here a verb follows.
    (verbForm(after) === null ? !isFinite(after) : HOW_ONE_IS.test(after)) &&
    !/ly$/u.test(after)
  );
}

/** "always end up alone one": a last word that only adds weight, in Singapore. */
function isFinalOne(words: readonly Word[], at: number): boolean {
  const before = words
    .slice(Math.max(0, at - 3), at)
    .map(({ w }) => w)
    .join(' ');
  const ends = at === words.length - 1 || words[at + 1]?.pause === true;
  return (
    ends &&
    words[at]?.w === 'one' &&
    /(?:alone|like that|understand|know|late|so|always|never|scold|care|listen|anymore|any more|tired|hard|bad)$/u.test(
      before,
    ) &&
    !/\b(?:the|a|an|that|this|my|which|every|no|any)\b/u.test(before.replace(/\blike that$/u, ''))
  );
}

/** "she like, drove me": a like that only fills a pause. */
function isFillerLike(word: Word, before: Word | undefined, next: Word | undefined): boolean {
  if (word.w !== 'like') return false;
  const filled = next?.pause === true && next.w !== 'a';
  return (
    filled ||
    (word.pause === true &&
      next !== undefined &&
      /^(?:so|really|a|just|very|i|he|she|they)$/u.test(next.w)) ||
    (/^(?:was|is|am|i'm|were|it's|he's|she's|and|but)$/u.test(before?.w ?? '') &&
      /^(?:so|really|super|just|very|literally)$/u.test(next?.w ?? ''))
  );
}

/** "my mum's driving me mad" holds a verb; "my mum's house" does not. */
function pushVerb(word: Word, next: string, after: string, out: Word[]): void {
  const noun =
    /^(?!(?:it|that|he|she|what|who|where|there|here|how|let|everyone|everything|someone|nobody|nothing)'s$)([\p{L}-]+)'s$/u.exec(
      word.w,
    )?.[1];
  const perfect = /^(?:been|got|gone|had|just|left|lost|started|stopped|died|passed|never|always)$/u.test(
    next,
  );
  const present = GOES_ON.test(next);
  const owns =
    /^(?:my|our|his|her|their|the)$/u.test(out.at(-1)?.w ?? '') &&
    /^(?:to|at|from|round|in|near)$/u.test(out.at(-2)?.w ?? '');
  if (
    noun === undefined ||
    (!perfect && !present) ||
    (owns && !perfect) ||
    (next.endsWith('ing') && /^(?:is|was|has|makes|gets|got)$/u.test(after))
  ) {
    out.push(word);
    return;
  }
  const is = /^(?:been|got|had|left|lost|started|stopped|died|passed|gone|just)$/u.test(next) ? 'has' : 'is';
  out.push({ ...word, w: noun }, { w: is, start: word.start, end: word.end });
}

/** "my sons school": the mark is left out in chat. */
const OWNER_WITHOUT_MARK = sign('owner without mark');
const OWNED_THINGS = sign('owned things');

function settle(w: string, before: string, next: string, i: number): string {
  if (w === 'kena') return 'got';
  // "40 min"
  if (w === 'minute' && /^\d+$/u.test(before) && before !== '1') return 'minutes';
  if (OWNER_WITHOUT_MARK.test(w) && /^(?:my|our|his|her|their)$/u.test(before) && OWNED_THINGS.test(next))
    return w === 'parents' ? "parents'" : w.replace(/s$/u, "'s");
  const suffered = before === 'kena' ? verbForm(w) : null;
  if (suffered?.bare === true) return pastOf(suffered.base);
  if (
    w === 'ill' &&
    (verbForm(next)?.bare === true || /^(?:never|be|probably|just|always|not|still|end)$/u.test(next)) &&
    before !== 'get'
  )
    return "i'll";
  if (w === 'its' && !/^(?:own|place|toll|head|way)$/u.test(next)) return "it's";
  if (w === 'hell' && verbForm(next)?.bare === true) return "he'll";
  if (
    w === 'cause' &&
    /^(?:i|i'm|i've|he|she|they|it|it's|we|my|of|the|no|she's|he's|they're|everyone|if)$/u.test(next)
  )
    return 'because';
  if (/^(?:march|may)$/u.test(w) && /^(?:in|since|last|until|by|this|next|of)$/u.test(before))
    return w === 'may' ? 'May' : 'March';
  if (
    w === 'were' &&
    i === 0 &&
    /^(?:getting|going|not|fighting|having|in|always|still|both|all)$/u.test(next)
  )
    return "we're";
  if (
    w === 'to' &&
    /^(?:much|many|late|tired|scared|young|old|hard|long|far|soon)$/u.test(next) &&
    !/^(?:used|going)$/u.test(before)
  )
    return 'too';
  if (w === 'no' && /^(?:don't|didn't|dont)$/u.test(before) && /^(?:what|how|why|where|if|who)$/u.test(next))
    return 'know';
  if (
    w === '2' &&
    /^(?:want|have|need|going|got|what|how|where|used|like|able|try|trying|talk|supposed|not|know)$/u.test(
      before,
    ) &&
    !/s$|^(?:kids|children|people|of|more|month|big|small|little|other|different|left)$/u.test(next)
  )
    return 'to';
  if (w === '4' && /^(?:me|my|him|her|them|so|a|the|it)$/u.test(next)) return 'for';
  if (w === 'an' && (/^(?:i|my|he|she|they|now|then|it)$/u.test(next) || /n't$/u.test(next))) return 'and';
  if (w === 'ms' && /^(?:with|have|has|had|got|my|of)$/u.test(before)) return 'MS';
  if (w === 'of' && /^(?:should|could|would|must|might)$/u.test(before)) return 'have';
  if (w === 'proper' && /^(?:low|sad|angry|tired|down|upset|scared|stressed|bad|rough)$/u.test(next))
    return 'really';
  if (
    w === 'that' &&
    /^(?:feel|feeling|felt|i'm|was|am)$/u.test(before) &&
    /^(?:guilty|bad|sad|tired|stressed|low|angry|ashamed|lonely|worried)$/u.test(next)
  )
    return 'so';
  return w;
}
