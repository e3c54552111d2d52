import { CODES, type Code, type CodedSpan } from './code';
import { clauseAsks, COMPILED_CODE_RULES } from './code-rules';
import { splitClauses } from './clauses';
import { plainChat } from './plain-chat';

/** Codes each part of a supporter's message; parts that follow each other with the same code are one span. */
export function codeMessage(text: string): CodedSpan[] {
  const spans: CodedSpan[] = [];
  for (const { start, end } of splitClauses(text)) {
    const plain = plainChat(text.slice(start, end));
    const asks = clauseAsks(plain);
    const scores = new Map<Code, number>([['other', 1]]);
    for (const rule of COMPILED_CODE_RULES) {
      if (rule.fires(plain, asks)) scores.set(rule.code, (scores.get(rule.code) ?? 0) + rule.weight);
    }
    let code: Code = 'other';
    for (const candidate of CODES) {
      if ((scores.get(candidate) ?? 0) > (scores.get(code) ?? 0)) code = candidate;
    }
    const last = spans.at(-1);
    if (last?.code === code) last.end = end;
    else spans.push({ code, start, end });
  }
  return spans;
}
