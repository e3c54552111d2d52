import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';

/** Run-together forms that stand for several words; one-word spellings are written out by the tokeniser. */
const RUN_TOGETHER: ReadonlyMap<string, string> = new Map([
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['gotta', 'have to'],
  ['kinda', 'kind of'],
  ['sorta', 'sort of'],
  ['dunno', 'dont know'],
  ['idk', 'i dont know'],
  ['tryna', 'trying to'],
  ['lemme', 'let me'],
  ['gimme', 'give me'],
  ['abt', 'about'],
  ['shd', 'should'],
  ['shld', 'should'],
  ['cld', 'could'],
  ['wld', 'would'],
  ['wen', 'when'],
  ['imo', 'in my opinion'],
  ['imho', 'in my opinion'],
  ['tbh', 'to be honest'],
  ['btw', 'by the way'],
  ['wdym', 'what do you mean'],
  ['hbu', 'how about you'],
  ['wbu', 'what about you'],
  ['hru', 'how are you'],
  ['ik', 'i know'],
  ['rn', 'right now'],
]);

/**
 * A chat text in one plain form for rules: the tokens' forms (lower case, no apostrophes, chat spellings
 * written out) with their punctuation, single spaces, no emoji. Offsets are not kept.
 */
export function plainTokens(tokens: readonly Token[]): string {
  let plain = '';
  for (const { kind, form } of tokens) {
    if (kind === 'emoji' || kind === 'emoticon') continue;
    if (kind === 'punctuation') plain += form;
    else plain += (plain === '' ? '' : ' ') + (RUN_TOGETHER.get(form) ?? form);
  }
  return plain;
}

/** `plainTokens` of a text. */
export function plainChat(text: string): string {
  return plainTokens(tokenise(text));
}
