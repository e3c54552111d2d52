import { draftPieces } from '../../draft/draft-pieces';
import type { TurnFeedback } from '@/utils/practice/feedback/turn-feedback';
import './feedback.css';

interface Props {
  feedback: TurnFeedback;
  /** The supporter's own words, to show what a mark is about. */
  text: string;
}

/** Feedback on one turn: what the moment asked for, what helped, what experts would mark, and another way. */
export function FeedbackNote({ feedback: { goal, worked, marks, alternative, note }, text }: Props) {
  return (
    <div className="feedback">
      <p className="note soft">{goal}</p>
      {worked.length > 0 && (
        <div className="feedback-part feedback-good">
          <p className="small feedback-name">What worked</p>
          {worked.map((words) => (
            <p key={words} className="note">
              {words}
            </p>
          ))}
        </div>
      )}
      {marks.map((mark) => (
        <div key={mark.id} className="feedback-part feedback-look">
          <p className="small feedback-name">{mark.name}</p>
          {mark.spans.length > 0 && <Marked text={text} spans={mark.spans} />}
          <p className="note">{mark.why}</p>
          {mark.direction !== undefined && <p className="note">{mark.direction}</p>}
        </div>
      ))}
      {alternative !== null && (
        <p className="note feedback-alternative">
          <span className="unseen">Another way, from their words: </span>“{alternative}”
        </p>
      )}
      {note !== null && marks.length === 0 && worked.length === 0 && <p className="note soft">{note}</p>}
    </div>
  );
}

/** The words that a mark is about; the whole turn is not said again. */
function Marked({ text, spans }: { text: string; spans: TurnFeedback['marks'][number]['spans'] }) {
  const marked = draftPieces(text, [...spans]).filter(({ isMarked }) => isMarked);
  const isWhole = marked.reduce((sum, piece) => sum + piece.text.length, 0) > text.length * 0.8;
  if (isWhole) return null;
  return (
    <p className="note">
      {marked.map(({ text: words }, i) => (
        <mark key={i} className="feedback-mark">
          {words}
        </mark>
      ))}
    </p>
  );
}
