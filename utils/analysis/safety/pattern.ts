/**
 * The language in which rules are written, for people who do not program:
 *
 *     want to die            these words, one after another
 *     (rope | noose)         one of these
 *     [really] sad           the part in brackets may be missing
 *     suicid*                any word that begins like this
 *     take~                  any form of this word (takes, took, taken ...), from forms.json
 *     kill ...3 dad          up to three other words in between
 *     rope ... tree          any words in between, within the sentence
 *     <want to>              a word list from lists.json, by its name
 *     #                      a number
 *     START, END             the begin or the end of a sentence
 */
export type Pattern =
  | { kind: 'word'; word: string }
  | { kind: 'stem'; stem: string }
  | { kind: 'list'; name: string }
  | { kind: 'number' }
  /** At most `most` words in between; Infinity: any, up to the end of the sentence. */
  | { kind: 'gap'; most: number }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'sequence'; parts: Pattern[] }
  | { kind: 'choice'; options: Pattern[] }
  | { kind: 'optional'; part: Pattern };

const LEXEMES = /<[^>]*>|\.\.\.\d?|[()[\]|#]|[^\s()[\]|<>#]+/g;
const WORD = /^[\p{L}\p{N}\p{Extended_Pictographic}]+$/u;

function lexemes(source: string): readonly string[] {
  const left = source.replaceAll(LEXEMES, '').trim();
  if (left !== '') throw new Error(`Pattern "${source}": cannot read "${left}"`);
  return source.match(LEXEMES) ?? [];
}

function atom(source: string, lexeme: string): Pattern {
  if (lexeme === '#') return { kind: 'number' };
  if (lexeme === 'START') return { kind: 'start' };
  if (lexeme === 'END') return { kind: 'end' };
  if (lexeme.startsWith('<')) return { kind: 'list', name: lexeme.slice(1, -1) };
  if (lexeme.startsWith('...')) return { kind: 'gap', most: Number(lexeme.slice(3)) || Infinity };
  if (lexeme.endsWith('~')) return { kind: 'list', name: lexeme };
  if (lexeme.endsWith('*') && lexeme.length > 3) return { kind: 'stem', stem: lexeme.slice(0, -1) };
  if (!WORD.test(lexeme) || lexeme !== lexeme.toLowerCase()) {
    throw new Error(
      `Pattern "${source}": "${lexeme}" is not a word in lower case (write "do not", not "don't")`,
    );
  }
  return { kind: 'word', word: lexeme };
}

/** The same word in many patterns is one object: reading thousands of patterns is cheap, and so is comparing them. */
const atoms = new Map<string, Pattern>();
function sharedAtom(source: string, lexeme: string): Pattern {
  let found = atoms.get(lexeme);
  if (!found) atoms.set(lexeme, (found = atom(source, lexeme)));
  return found;
}

/** Reads one pattern. Throws an error that names the pattern when it is not well formed. */
export function parsePattern(source: string): Pattern {
  const input = lexemes(source);
  let at = 0;
  const sequence = (closing: string | undefined): Pattern => {
    const options: Pattern[] = [];
    let parts: Pattern[] = [];
    const finish = () => {
      if (parts.length === 0) throw new Error(`Pattern "${source}": an empty part`);
      const [only] = parts;
      options.push(parts.length === 1 && only ? only : { kind: 'sequence', parts });
      parts = [];
    };
    for (;;) {
      const lexeme = input[at++];
      if (lexeme === closing) break;
      if (lexeme === undefined) throw new Error(`Pattern "${source}": "${closing ?? ''}" is missing`);
      if (lexeme === '|') finish();
      else if (lexeme === '(') parts.push(sequence(')'));
      else if (lexeme === '[') parts.push({ kind: 'optional', part: sequence(']') });
      else if (lexeme === ')' || lexeme === ']') throw new Error(`Pattern "${source}": "${lexeme}" too many`);
      else parts.push(sharedAtom(source, lexeme));
    }
    finish();
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  };
  if (input.includes('START', 1)) throw new Error(`Pattern "${source}": START can only stand first`);
  return sequence(undefined);
}
