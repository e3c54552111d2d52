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
export function plainChat(text: string): string {
  let plain = '';
  for (const token of tokenise(text)) {
    if (token.kind === 'emoji' || token.kind === 'emoticon') continue;
    if (token.kind !== 'punctuation')
      plain += (plain === '' ? '' : ' ') + (RUN_TOGETHER.get(token.form) ?? token.form);
    else plain += token.form;
  }
  return plain;
}
