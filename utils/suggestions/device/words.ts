import { z } from '../../schema';
import data from './bank/shorthand.json';
import { mayEcho } from './never-echo';
import { pastOf, verbForm } from './verbs';
import { isKnown, mend } from './vocabulary';

const shorthandSchema = z.object({
  about: z.string(),
  words: z.record(z.string(), z.string()),
  phrases: z.record(z.string(), z.string()),
  proper: z.record(z.string(), z.string()),
});
const shorthand = shorthandSchema.parse(data);
const WORDS = new Map(Object.entries(shorthand.words));
const PROPER = new Map(Object.entries(shorthand.proper));
const PHRASES = new Map(Object.entries(shorthand.phrases));
const LONGEST_PHRASE = Math.max(...[...PHRASES.keys()].map((phrase) => phrase.split(' ').length));

/** A word of plain English and the piece of the message that it stands for. */
export interface Word {
  /** Lower case, with apostrophes; a name or a month keeps its capital. */
  w: string;
  start: number;
  end: number;
  /** A comma, a dash or a bracket stands before it. */
  pause?: boolean;
  /** Inside quotation marks: somebody's words. */
  quoted?: boolean;
  /** Neither common English nor a single slip away from it. */
  unknown?: boolean;
}

/** A run of words between full stops, line breaks, emoji or anything that is not prose. */
export interface Sentence {
  words: Word[];
  question: boolean;
  /** It ends on "!". */
  exclaimed: boolean;
}

/** What is not prose: links, addresses, code, mark-up, handles. Nothing of it is ever quoted. */
const NOT_PROSE =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|<[^<>\n]{0,400}>|^.*[{}].*$|\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+\.(?:com|org|net|io|co\.uk|gov|edu|sg|in)\b\S*|(?<!\S)[@#/]\w+|[{}[\]<>|\\^~=]+[^\s]*/gimu;
/** Zero-width and direction characters: they may stand inside a word to hide it. */
const INVISIBLE = /\p{Cf}/u;
const SINGLE_QUOTE = /^\s*['‘’]+\s*$|^['’]|['‘]$/u;
const PIECE =
  /(?<emoji>\p{Extended_Pictographic}+|:'?[()]|;\)|<3)|(?<stop>[.!?…\n\r;]+)|(?<pause>[,:()–—*]+|\s-+\s)|(?<quote>["“”«»])|(?<word>(?:[£$€]\s?)?(?:\d+(?:[.,]\d+)+|[\p{L}\p{M}\p{N}\p{Cf}]+)(?:['’‘`´&][\p{L}\p{Cf}]+)*(?:(?<=s)['’](?=\s\p{L}))?(?:-[\p{L}\p{N}]+(?:['’][\p{L}]+)?)*%?)/gu;

/** Splits a message into sentences of plain words. Offsets are those of the message as it was written. */
export function readSentences(text: string): Sentence[] {
  const prose = text.replace(NOT_PROSE, (hit) => '\n'.repeat(hit.length));
  const shouted = isShouted(prose);
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let quoted = false;
  let pause = false;
  let readTo = 0;
  const close = (question: boolean, exclaimed = false): void => {
    const mended = applyPhrases(words);
    if (mended.length > 0) sentences.push({ words: mended, question, exclaimed });
    words = [];
    quoted = false;
    pause = false;
  };
  for (const match of prose.matchAll(PIECE)) {
    const { emoji, stop, quote, word } = match.groups ?? {};
    // "6/10", "me & her": with a sign left out, what stands around it reads as something else.
    const between = prose.slice(readTo, match.index);
    const mark = SINGLE_QUOTE.exec(between);
    // 'needs space' in single marks: what opens with a letter behind it, or closes what was opened.
    if (mark !== null && (quoted || /(?:^|\s)['‘]$/u.test(between))) quoted = !quoted;
    const skipped = mark === null && /\S/u.test(between);
    readTo = match.index + match[0].length;
    const last = words.at(-1);
    if (skipped && last !== undefined) last.unknown = true;
    if (stop !== undefined) {
      const trailing =
        /^(?:\.{2,}|…)$/u.test(stop) &&
        /^\s*[a-z]/u.test(prose.slice(match.index + stop.length, match.index + stop.length + 4));
      if (trailing) pause = true;
      // "She was fine about it??" is surprise; what asks by its words is heard as a question without the mark.
      else close(stop.includes('?') && !/\?.*\?/u.test(stop), stop.includes('!'));
    } else if (emoji !== undefined) close(false);
    else if (quote !== undefined) quoted = !quoted;
    else if (word === undefined) pause = true;
    else {
      for (const piece of plainWord(word, words.length === 0, shouted)) {
        const next: Word = { w: piece.w, start: match.index, end: match.index + word.length };
        if (pause) next.pause = true;
        if (quoted) next.quoted = true;
        if (piece.unknown || skipped) next.unknown = true;
        words.push(next);
        pause = false;
      }
    }
  }
  close(false);
  return sentences;
}

function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters > 8 && capitals > letters * 0.6;
}

/** The plain words that one written word stands for: none for a filler, several for a shorthand. */
function plainWord(written: string, first: boolean, shouted: boolean): { w: string; unknown: boolean }[] {
  let raw = written.replace(new RegExp(INVISIBLE, 'gu'), '').replace(/[’‘`´]/gu, "'");
  let low = raw.toLowerCase();
  const drawn = low.replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (drawn !== low) {
    low = isKnown(drawn) || WORDS.has(drawn) ? drawn : low.replace(/(\p{L})\1{2,}/gu, '$1');
    raw = low;
  }
  // A mark at school, not short for "see" or "be".
  if (/^[B-F]$/u.test(raw) && !shouted) return [{ w: raw, unknown: false }];
  const proper = PROPER.get(low);
  if (proper !== undefined) return [{ w: proper, unknown: false }];
  const plain = WORDS.get(low);
  if (plain !== undefined) return plain === '' ? [] : plain.split(' ').map((w) => ({ w, unknown: false }));
  const stem = low.replace(/'(?:s|d|ll|re|ve|m)$/u, '');
  const capital = /^\p{Lu}/u.test(raw) && !shouted;
  const acronym = /^\p{Lu}{2,5}$/u.test(raw) && !shouted;
  if (low === 'i' || stem === 'i') return [{ w: low, unknown: false }];
  if (
    /^(?:mum|mom|mummy|mommy|dad|daddy|mother|father|grandma|grandpa|nan|gran|auntie|uncle|aunt)s?$/u.test(
      low,
    )
  )
    return [{ w: low, unknown: false }];
  if (raw === 'US' && !shouted) return [{ w: 'US', unknown: false }];
  if (raw === 'IT' && !shouted) return [{ w: 'IT', unknown: false }];
  if (/^[A-F]s$/u.test(raw) && (raw !== 'As' || !first)) return [{ w: raw, unknown: false }];
  if (acronym && !isKnown(low)) return [{ w: raw, unknown: false }];
  const known = isKnown(low) || isKnown(stem) || verbForm(low) !== null;
  if (capital && (!first || !known)) return [{ w: known && !looksLikeName(raw) ? low : raw, unknown: false }];
  if (known) return [{ w: low, unknown: false }];
  // A swear word is no slip of a decent one.
  const mended = mayEcho(low) ? mend(low) : null;
  return [{ w: mended ?? low, unknown: mended === null }];
}

/** A capital inside a sentence is a name unless the word is one of those that people capitalise for weight. */
function looksLikeName(raw: string): boolean {
  return (
    raw.length > 2 &&
    raw !== raw.toUpperCase() &&
    !/^(?:So|Very|Really|Not|Never|Always|Everything|Nothing|But|And|The|My|Just|All|You|They|He|She|It|We|No|Yes|Please|Help|Because|When|What|How|Why|That|This|Then|Also|Now|If|Am|Is|Was|Can|Sure|Maybe|Although|However|Thanks|Thank|Hopefully|Also|Day|Night|Sorry|Yes|Life|Love|School|Work|College|Uni|University|Exams?|Anxiety|Depression|Job|Boss|Manager|Teacher|Sad|Tired|Alone)$/u.test(
      raw,
    )
  );
}

/** Replaces set phrases; the replacement stands for the whole run. */
function applyPhrases(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    let taken = 0;
    for (let n = Math.min(LONGEST_PHRASE, words.length - i); n > 1 && taken === 0; n--) {
      const run = words.slice(i, i + n);
      const plain = PHRASES.get(run.map((word) => word.w).join(' '));
      const last = run.at(-1);
      const start = run[0];
      if (plain === undefined || last === undefined || start === undefined) continue;
      for (const w of plain.split(' ').filter(Boolean)) out.push({ ...start, w, end: last.end });
      if (plain === '' && words[i + n] !== undefined && start.pause === true)
        words = words.map((word, at) => (at === i + n ? { ...word, pause: true } : word));
      taken = n;
    }
    if (taken > 0) i += taken - 1;
    else {
      const word = words[i];
      if (word !== undefined) out.push(word);
    }
  }
  return settleLookAlikes(
    out.filter((word, i) => word.w !== out[i - 1]?.w || /^(?:that|had|very)$/u.test(word.w)),
  );
}

/** Relations that are named without "my": "mum says" is "my mum says". */
const INTIMATE = /^(?:mum|mom|dad|papa|nan|nana|gran|granny|grandma|grandad|granddad|grandpa)$/u;
/** Relations that Indian English names without "my" before a verb: "manager is not listening". */
const RELATED =
  /^(?:manager|boss|husband|wife|teacher|mother|father|brother|sister|landlord|supervisor|son|daughter|boyfriend|girlfriend|parents)$/u;
const isAuxiliary = (word: string): boolean =>
  /^(?:is|was|are|were|has|had|said|says|told|tells|keeps|isn't|wasn't|hasn't|doesn't|didn't|never|always|also|don't|not|wants?|expects?|thinks?|makes?|fight|argue|keep|gave|gives?|took|put|came|went|left|called|calls?|asked|asks?|shouted|scolds?|scolded|sent|moved|made|got|gets|just)$/u.test(
    word,
  );
const OWNED =
  /^(?:my|our|his|her|their|your|the|a|an|of|and|best|worst|new|single|good|bad|terrible|'s|step|no|this|that|another|per|great|foster|awful|horrible|proud|first-time|stay-at-home|own|old|late|poor|dear|real|biological|young|working|tired|time)$/u;

/** Words whose sense only their neighbours tell: "ill" for I'll, "its" for it's, "cause" for because. */
function settleLookAlikes(all: readonly Word[]): Word[] {
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
    const called = /^(?:me|him|her|us|them)$/u.test(before) && /^call/u.test(words[i - 2]?.w ?? '');
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
    verbForm(after)?.bare !== true &&
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
  const present =
    /^(?:not|so|really|very|too|always|still|being|dying|ill|sick|dead|gone|a|the|in|on|at|out|back|away|angry|upset|getting|going|driving|doing|leaving|coming|making|having|taking|trying|moving|saying|telling|asking|drinking|seeing|cheating|acting|becoming|starting|stopping)$/u.test(
      next,
    );
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
const OWNER_WITHOUT_MARK =
  /^(?:parents|sons|daughters|mums|moms|dads|sisters|brothers|nans|grans|boyfriends|girlfriends|husbands|partners|friends|babys|mates|cousins|uncles|aunts|bosss?|exs)$/u;
const OWNED_THINGS =
  /^(?:school|birthday|house|flat|place|funeral|wedding|car|room|phone|boyfriend|girlfriend|friend|family|death|job|illness|cancer|hospital|appointment|appointments|side|fault|name|face|voice|things|stuff|ashes|grave|teacher|drinking|divorce|marriage|anniversary|new|wife|husband)$/u;

function settle(w: string, before: string, next: string, i: number): string {
  if (w === 'kena') return 'got';
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
    )
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

/** Words as one text. */
export const wordsOf = (words: readonly Word[]): string => words.map((word) => word.w).join(' ');

/** The words with a mark in the place of each that is somebody's quoted: it says nothing of the client. */
export const unquoted = (words: readonly Word[]): Word[] =>
  words.map((word) => (word.quoted === true ? { ...word, w: '…' } : word));
