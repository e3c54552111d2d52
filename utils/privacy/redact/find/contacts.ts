import { lexicon } from '../lexicon';
import { anyWord } from '../shape';
import type { Scan } from '../scan';

const { contacts } = lexicon;
const LOCAL = '[A-Za-z0-9_%+-]{1,40}(?:\\.[A-Za-z0-9_%+-]{1,40}){0,6}';
const HOST = '[A-Za-z0-9-]{1,40}(?:\\.[A-Za-z0-9-]{1,40}){0,4}';
const AT = '(?: {0,2}[([{<] {0,2}(?:at|@) {0,2}[)\\]}>] {0,2}| {1,2}at {1,2}| {0,2}@ {0,2})';
const DOT = '(?: {0,2}[([{<] {0,2}(?:dot|\\.) {0,2}[)\\]}>] {0,2}| {1,2}dot {1,2}| {0,1}\\. {0,1})';
const SPELT_DOT = '(?: {0,2}[([{<] {0,2}(?:dot|\\.) {0,2}[)\\]}>] {0,2}| {1,2}dot {1,2})';
const WORD = '[A-Za-z0-9_+-]{1,40}';

const PLAIN_EMAIL = new RegExp(`(?<![A-Za-z0-9_.+-])${LOCAL}@${HOST}\\.[A-Za-z]{2,15}`, 'g');
/** `jo dot smith at gmail dot com`: with the dots spelt, or a sign for `at` that no sentence uses. */
const SPELT_EMAIL = new RegExp(
  `(?<![A-Za-z0-9_.+-])${WORD}(?:(?:${SPELT_DOT}|\\.|_)${WORD}){0,4}${AT}${WORD}(?:${SPELT_DOT}[A-Za-z]{2,15}){1,3}(?![A-Za-z0-9])`,
  'gi',
);
const TOP = anyWord(contacts.topDomains);
/** `my insta is @ivy.dark`: a space before the sign alone is of a user name, unless a known domain ends it. */
const SPACED_AT = `(?: {1,2}@ {1,2}|@ {0,2}| {1,2}@(?=${HOST}\\.${TOP}(?![A-Za-z0-9_.])))`;
const BRACKET_EMAIL = new RegExp(
  `(?<![A-Za-z0-9_.+-])${LOCAL}(?: {0,2}[([{<] {0,2}(?:at|@) {0,2}[)\\]}>] {0,2}|${SPACED_AT})${WORD}(?:${DOT}[A-Za-z]{2,15}){1,3}(?![A-Za-z0-9_])`,
  'gi',
);
const PROVIDERS = anyWord(contacts.mailProviders);
const PROVIDER_EMAIL = new RegExp(
  `(?<![A-Za-z0-9_.+-])${LOCAL}${AT}${PROVIDERS}(?:\\.[A-Za-z]{2,6}){0,2}(?![A-Za-z0-9])`,
  'gi',
);
const PAYMENT = new RegExp(
  `(?<![A-Za-z0-9_.+-])${LOCAL}@(?:ok[a-z]{2,12}|${anyWord(contacts.payments)})(?![A-Za-z0-9.])`,
  'gi',
);

const URL = /(?:https?:\/\/|www\.)[^\s<>"'\u0001]{2,2000}/gi;
const BARE_HOST =
  /(?<![A-Za-z0-9_.@-])((?:[A-Za-z0-9-]{1,40}\.){1,4}([A-Za-z]{2,6}))(\/[^\s<>"'\u0001]{0,2000})?(?![A-Za-z0-9@])/g;

const AT_HANDLE = /(?<![A-Za-z0-9_@])@[A-Za-z0-9_](?:[A-Za-z0-9_]|[.-](?=[A-Za-z0-9_])){1,40}/g;
const REDDIT = /(?<![A-Za-z0-9_])\/?u\/[A-Za-z0-9_-]{2,30}/g;
const DISCORD = /(?<![A-Za-z0-9_.])[A-Za-z0-9_.]{2,32}#\d{4}(?!\d)/g;
/** `grey_heron_22`: nobody writes words so but for a name somewhere. */
const UNDERSCORED =
  /(?<![A-Za-z0-9_.])[A-Za-z][A-Za-z0-9.]{1,30}_[A-Za-z0-9_.]{0,30}[A-Za-z0-9](?![A-Za-z0-9_])/g;
/** `ivy.after.dark`, where a platform is spoken of. */
const DOTTED = /(?<![A-Za-z0-9_.@/])[A-Za-z0-9]{2,30}(?:\.[A-Za-z0-9]{2,30}){1,4}(?![A-Za-z0-9_@/])/g;
const PLATFORM_WORD = new RegExp(`(?<![a-z])${anyWord(contacts.platforms)}(?![a-z])`, 'i');
const USER = '@?[A-Za-z0-9_](?:[A-Za-z0-9_]|[.:-](?=[A-Za-z0-9_])){1,40}';
const WORDS = anyWord(contacts.links);
const SAID = `(?:(?: {1,2}${WORDS}(?![A-Za-z0-9_])){1,2} {0,2}[:=-]? {0,2}| {0,2}[:=-] {0,2})`;
const PLATFORM = `(?<![A-Za-z0-9_])${anyWord(contacts.platforms)}(?:[ ']{1,2}${anyWord(contacts.nouns)}){0,2}`;
const NOUN = `(?<![A-Za-z0-9_])${anyWord(contacts.standaloneNouns)}`;
const VERB = `(?<![A-Za-z0-9_])${anyWord(contacts.verbs)}`;
/** `my insta is x`, `discord: x`: anything but an everyday word is a name on there. */
const SAID_HANDLE = new RegExp(`(?:${PLATFORM}|${NOUN})${SAID}(${USER})`, 'gid');
/** `snap tilly_xo`, `add wolfie2007`: only what looks like a user name. */
const BARE_HANDLE = new RegExp(`(?:${PLATFORM}|${NOUN}|${VERB}) {1,2}(${USER})`, 'gid');

const IP4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d{1,2})\.){3}(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?![\d.]*\d)/g;
const IP6 = /(?<![A-Za-z0-9:])(?:[0-9a-f]{1,4}:{1,2}){2,7}[0-9a-f]{1,4}(?![A-Za-z0-9:])/gi;

/** Trailing punctuation belongs to the sentence, not to the address. */
function trimmed(text: string): string {
  return text.replace(/[.,;:!?)\]}>'"*]{1,20}$/, '');
}

function takeAll(scan: Scan, kind: 'email' | 'link' | 'handle' | 'ip' | 'account', pattern: RegExp): void {
  for (const match of scan.text.matchAll(pattern)) {
    const value = kind === 'link' ? trimmed(match[0]) : match[0];
    scan.take(kind, match.index, match.index + value.length, value.toLowerCase().replace(/^[@/]/, ''));
  }
}

/** `samaritans.org`, but not `fine.really` nor `ok.so what`. */
function takeHosts(scan: Scan): void {
  for (const match of scan.text.matchAll(BARE_HOST)) {
    const [, host = '', domain = '', path = ''] = match;
    const top = domain.toLowerCase();
    if (!contacts.topDomains.includes(top)) continue;
    const parts = host.toLowerCase().split('.');
    const before = parts.at(-2) ?? '';
    // A missing space after a full stop looks like a host: an everyday word before an everyday word.
    if (path === '' && parts.length === 2 && contacts.wordDomains.includes(top) && lexicon.common(before))
      continue;
    const value = path === '' ? host : trimmed(host + path);
    scan.take('link', match.index, match.index + value.length, value.toLowerCase());
  }
}

/** After `my insta is`, everyday words are a sentence (`is private`). */
function isNoSentence(user: string): boolean {
  if (user.startsWith('@') || /[\d_.:]/.test(user.slice(1))) return /[A-Za-z_]/.test(user);
  const parts = user.toLowerCase().split('-');
  return !parts.every((part) => lexicon.common(part) || lexicon.kept(part));
}

const looksLikeUser = (user: string): boolean =>
  /[A-Za-z]/.test(user) && (/[\d_]/.test(user) || /[a-z][A-Z]{1,2}[a-z]/.test(user));

function takeUsers(scan: Scan, pattern: RegExp, accept: (user: string) => boolean): void {
  for (const match of scan.text.matchAll(pattern)) {
    const user = match[1] ?? '';
    const [start, end] = match.indices?.[1] ?? [0, 0];
    if (accept(user)) scan.take('handle', start, end, user.toLowerCase().replace(/^@/, ''));
  }
}

function takeDotted(scan: Scan): void {
  if (!PLATFORM_WORD.test(scan.whole)) return;
  for (const match of scan.text.matchAll(DOTTED)) {
    const parts = match[0].toLowerCase().split('.');
    const telling =
      parts.length > 2 ||
      parts.some((part) => /[a-z]/.test(part) && !lexicon.common(part) && !lexicon.kept(part));
    if (!telling || !/[a-z]/i.test(match[0])) continue;
    scan.take('handle', match.index, match.index + match[0].length, match[0].toLowerCase());
  }
}

/** E-mail addresses, links, user names and IP addresses, also as people spell them out. */
export function findContacts(scan: Scan): void {
  takeAll(scan, 'email', PLAIN_EMAIL);
  takeAll(scan, 'link', URL);
  takeAll(scan, 'account', PAYMENT);
  takeAll(scan, 'email', SPELT_EMAIL);
  takeAll(scan, 'email', BRACKET_EMAIL);
  takeAll(scan, 'email', PROVIDER_EMAIL);
  takeHosts(scan);
  if (scan.digits || scan.whole.includes(':')) {
    takeAll(scan, 'ip', IP4);
    takeAll(scan, 'ip', IP6);
  }
  takeAll(scan, 'handle', AT_HANDLE);
  takeAll(scan, 'handle', REDDIT);
  takeAll(scan, 'handle', DISCORD);
  takeUsers(scan, SAID_HANDLE, isNoSentence);
  takeUsers(scan, BARE_HANDLE, looksLikeUser);
  takeDotted(scan);
  if (scan.whole.includes('_')) takeAll(scan, 'handle', UNDERSCORED);
}
