import { useEffect, useState } from 'react';
import type { FeedbackTools } from '@/utils/practice/feedback/moments';
import { turnFeedback, type TurnFeedback } from '@/utils/practice/feedback/turn-feedback';
import type { SessionRecord } from '@/utils/practice/record';
import { FeedbackNote } from './feedback-note';

interface Props {
  record: SessionRecord;
  turn: number;
  /** Resolves with rule book and models. */
  tools: () => Promise<FeedbackTools>;
}

/** Feedback beside one turn in the chat: at once, when asked for, or not at all, as the person chose. */
export function TurnRemark({ record, turn, tools }: Props) {
  const [isWanted, setWanted] = useState(false);
  const { help, session } = record;
  const isAnswered = session.turns.some((one) => one.turn === turn + 1);
  if (help === 'off' || !isAnswered || session.ending === 'danger') return null;
  if (help === 'on') return <Remark record={record} turn={turn} tools={tools} />;
  return (
    <div className="turn-remark">
      <button
        type="button"
        className="button-quiet"
        aria-expanded={isWanted}
        onClick={() => {
          setWanted(!isWanted);
        }}
      >
        {isWanted ? 'Hide the feedback' : 'How was that?'}
      </button>
      {isWanted && <Remark record={record} turn={turn} tools={tools} />}
    </div>
  );
}

function Remark({ record: { scenario, session }, turn, tools }: Props) {
  const [said, setSaid] = useState<{ of: string; feedback: TurnFeedback | null } | null>(null);
  const at = session.turns.findIndex((one) => one.turn === turn);
  const words = session.turns[at]?.messages.join('\n') ?? '';
  // A later turn of the session does not change what there is to say of an earlier one.
  const isSaid = said?.of === words;
  useEffect(() => {
    if (isSaid) return;
    let current = true;
    void tools().then((ready) => {
      if (current) setSaid({ of: words, feedback: turnFeedback(scenario, session, turn, ready) });
    });
    return () => {
      current = false;
    };
  }, [isSaid, scenario, session, turn, tools, words]);
  if (!said?.feedback) return null;
  return (
    <div role="note" className="turn-remark" aria-label="Feedback on what you wrote">
      <FeedbackNote feedback={said.feedback} text={words} />
    </div>
  );
}
