import { z } from '../../schema';
import { CLASS, classOf } from './characters';
import { wordForm } from './form';
import pictures from './pictures.json';
import slang from './slang.json';
import type { Token, TokenKind } from './token';

const wordList = z.record(z.string(), z.string());
const SPELLINGS = new Map(Object.entries(z.parse(wordList, slang.words)));
const EMOJI = new Map(Object.entries(z.parse(wordList, pictures.emoji)));
const EMOTICONS = new Map(Object.entries(z.parse(wordList, pictures.emoticons)));
const LONGEST_EMOTICON = Math.max(...[...EMOTICONS.keys()].map((key) => key.length));
const EMOTICON_STARTS = new Set([...EMOTICONS.keys()].map((key) => key.charCodeAt(0)));

const MASK = /\[[A-Za-z]{2,20}(?:[ _-]?\d{1,3})?\]/y;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/iy;
const NUMBER = /^\p{N}+$/u;
const MODIFIER = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu;
const NOT_IN_PICTURE = /[^\p{Extended_Pictographic}\p{Regional_Indicator}\u200d]/gu;
const LONGEST_PUNCTUATION = 3;

const JOINER = 0x200d;
const ASTERISK = 0x2a;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** A text emoticon stands alone: nothing that belongs to a word touches it on either side. */
function emoticonEnd(text: string, at: number): number {
  if (!EMOTICON_STARTS.has(text.charCodeAt(at) | (isUpper(text.charCodeAt(at)) ? 0x20 : 0))) return -1;
  for (let length = Math.min(LONGEST_EMOTICON, text.length - at); length >= 2; length -= 1) {
    if (!EMOTICONS.has(text.slice(at, at + length).toLowerCase())) continue;
    const end = at + length;
    const next = end < text.length ? classOf(text.codePointAt(end) ?? 0) : CLASS.space;
    if (next !== CLASS.letter && next !== CLASS.digit) return end;
  }
  return -1;
}

function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

function pictureEnd(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  let joined = false;
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    const width = point > 0xffff ? 2 : 1;
    const modifier = point === 0xfe0f || point === 0x20e3 || (point >= 0x1f3fb && point <= 0x1f3ff);
    if (!modifier && point !== JOINER && !(joined && classOf(point) === CLASS.picture)) break;
    joined = point === JOINER;
    end += width;
  }
  return end;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const unit = text.charCodeAt(end) | 0x20;
    if (unit >= 0x61 && unit <= 0x7a) {
      end += 1;
      continue;
    }
    const point = text.codePointAt(end) ?? 0;
    const kind = classOf(point);
    const width = point > 0xffff ? 2 : 1;
    if (kind === CLASS.letter || kind === CLASS.digit || kind === CLASS.mark || kind === CLASS.hidden) {
      end += width;
      continue;
    }
    // An apostrophe or a censoring star belongs to the word only between its letters.
    if (kind !== CLASS.apostrophe && point !== ASTERISK) break;
    let next = end + 1;
    while (next - end < 4 && text.charCodeAt(next) === ASTERISK) next += 1;
    if (next >= text.length || classOf(text.codePointAt(next) ?? 0) !== CLASS.letter) break;
    end = next;
  }
  return end;
}

/** Hidden characters at a word's end are no part of it. */
function trimHidden(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && classOf(text.charCodeAt(last - 1)) === CLASS.hidden) {
    // The second half of a pair looks like a lone surrogate.
    if (text.charCodeAt(last - 1) >= 0xdc00 && text.charCodeAt(last - 1) <= 0xdfff) break;
    last -= 1;
  }
  return last;
}

function wordToken(text: string, start: number, end: number): Token {
  const raw = text.slice(start, end);
  const { form, drawnOut } = wordForm(raw);
  const first = form.charCodeAt(0);
  const isNumber = (first <= 0x39 || first > 0x7f) && NUMBER.test(form);
  return {
    kind: isNumber ? 'number' : 'word',
    start,
    end,
    form: SPELLINGS.get(form) ?? form,
    caps: form.length > 1 && isUpper(raw.charCodeAt(raw.length - 1)) && raw === raw.toUpperCase(),
    drawnOut,
  };
}

function plain(kind: TokenKind, start: number, end: number, form: string): Token {
  return { kind, start, end, form, caps: false, drawnOut: false };
}

/**
 * Splits a text into tokens, left to right, none overlapping. Takes time in proportion to the text.
 * Any string is fine: lone surrogates, hidden characters and stray marks are passed over.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let touching = false;
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    const kind = classOf(point);
    const width = point > 0xffff ? 2 : 1;
    if (kind === CLASS.space || kind === CLASS.hidden || kind === CLASS.mark) {
      touching = touching && kind !== CLASS.space;
      at += width;
      continue;
    }
    if (kind === CLASS.picture) {
      const end = pictureEnd(text, at);
      const raw = text.slice(at, end).replace(MODIFIER, '').replace(NOT_IN_PICTURE, '');
      if (raw !== '') tokens.push(plain('emoji', at, end, EMOJI.get(raw) ?? raw));
      at = end;
      touching = false;
      continue;
    }
    const smile = touching ? -1 : emoticonEnd(text, at);
    if (smile > 0) {
      const raw = text.slice(at, smile).toLowerCase();
      tokens.push(plain('emoticon', at, smile, EMOTICONS.get(raw) ?? raw));
      at = smile;
      touching = false;
      continue;
    }
    if (kind === CLASS.letter || kind === CLASS.digit) {
      const link =
        point === 0x68 || point === 0x48 || point === 0x77 || point === 0x57 ? matchAt(LINK, text, at) : -1;
      const end = link > 0 ? link : trimHidden(text, at, wordEnd(text, at));
      if (link > 0) tokens.push(plain('mask', at, end, '[link]'));
      else {
        const token = wordToken(text, at, end);
        if (token.form !== '') tokens.push(token);
      }
      at = end;
      touching = true;
      continue;
    }
    const mask = point === 0x5b ? matchAt(MASK, text, at) : -1;
    if (mask > 0) {
      tokens.push(
        plain(
          'mask',
          at,
          mask,
          text
            .slice(at, mask)
            .toLowerCase()
            .replace(/[ _-]?\d+/, ''),
        ),
      );
      at = mask;
      touching = true;
      continue;
    }
    let end = at + width;
    const unit = text.charCodeAt(at);
    while (end < text.length && width === 1 && text.charCodeAt(end) === unit) end += 1;
    // "?!" and "!?" are one mark.
    const form = text.slice(at, Math.min(end, at + (width === 1 ? LONGEST_PUNCTUATION : width)));
    tokens.push(plain('punctuation', at, end, form === '\u2026' ? '...' : form));
    at = end;
    touching = false;
  }
  return tokens;
}
