import { codeMessage } from '@/utils/analysis/codes/code-message';
import type { CodeModel } from '@/utils/analysis/codes/code-model';
import { checkDraft, type DraftCheck } from '@/utils/coaching/check-draft';
import { inputFor } from './draft-input';
import type { Dialogue, Utterance } from './esconv';

/** One turn of a trained supporter, checked as if it were a draft. */
export interface CheckedTurn {
  before: readonly Utterance[];
  draft: string;
  check: DraftCheck;
}

/** Every supporter message of a dialogue that answers a client, checked with what was said before it. */
export function checkTurns({ utterances }: Dialogue, codeModel: CodeModel | null): CheckedTurn[] {
  let client: string | undefined;
  const coded = utterances.map(({ side, text }) => {
    if (side === 'client') client = text;
    return side === 'supporter' ? codeMessage(text, client === undefined ? {} : { client }, codeModel) : [];
  });
  return utterances.flatMap(({ side, text }, i): CheckedTurn[] => {
    const before = utterances.slice(0, i);
    if (side !== 'supporter' || !before.some((one) => one.side === 'client')) return [];
    return [
      {
        before,
        draft: text,
        check: checkDraft(inputFor({ messages: before, draft: text }, { codeModel, coded })),
      },
    ];
  });
}
