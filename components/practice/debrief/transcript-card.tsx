import type { CueNote } from '@/utils/practice/debrief/make-debrief';
import type { LookBack } from '@/utils/practice/debrief/look-back';
import type { PracticeTurn } from '@/utils/practice/session';
import { FeedbackNote } from '../feedback/feedback-note';
import { markedWords } from './marked-words';

interface Props {
  turns: readonly PracticeTurn[];
  lookBack: LookBack;
  name: string;
  /** Takes another path from the supporter's turn. */
  onWhatIf(turn: number): void;
}

/** The client's turns that one turn of the supporter answers, and that turn. */
interface Exchange {
  client: readonly PracticeTurn[];
  supporter: PracticeTurn | null;
}

/** Pairs each supporter turn with what it answers; what comes after the last one stands alone. */
export function exchangesOf(turns: readonly PracticeTurn[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let client: PracticeTurn[] = [];
  for (const turn of turns) {
    if (turn.side === 'client') client.push(turn);
    else {
      exchanges.push({ client, supporter: turn });
      client = [];
    }
  }
  if (client.length > 0) exchanges.push({ client, supporter: null });
  return exchanges;
}

/** The whole talk, turn by turn, with what there is to say about each. */
export function TranscriptCard({ turns, lookBack, name, onWhatIf }: Props) {
  const { debrief, feedback } = lookBack;
  return (
    <section className="card debrief-card" aria-labelledby="transcript-title">
      <h2 className="card-title" id="transcript-title">
        Turn by turn
      </h2>
      <ol className="exchanges">
        {exchangesOf(turns).map(({ client, supporter }) => {
          const turn = supporter?.turn ?? client[0]?.turn ?? 0;
          const said = feedback.get(turn);
          return (
            <li key={turn} className="exchange" id={`turn-${String(turn)}`} tabIndex={-1}>
              <div className="exchange-talk">
                {client.map((one) => (
                  <ClientTurn
                    key={one.turn}
                    turn={one}
                    name={name}
                    missed={wordsAt(debrief.cues.missed, turn)}
                    told={debrief.transcript.find((shown) => shown.turn === one.turn)?.told}
                  />
                ))}
                {supporter && (
                  <p className="talk-bubble talk-me">
                    <span className="unseen">You: </span>
                    {supporter.messages.join('\n')}
                  </p>
                )}
              </div>
              {supporter && (
                <div className="exchange-notes">
                  {said && <FeedbackNote feedback={said} text={supporter.messages.join('\n')} />}
                  <button
                    type="button"
                    className="button-quiet no-print what-if-here"
                    onClick={() => {
                      onWhatIf(supporter.turn);
                    }}
                  >
                    What if I had said something else?
                    <span className="unseen"> From turn {supporter.turn}</span>
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const wordsAt = (notes: readonly CueNote[], turn: number): readonly string[] =>
  notes.filter((note) => note.turn === turn).map(({ words }) => words);

interface ClientTurnProps {
  turn: PracticeTurn;
  name: string;
  missed: readonly string[];
  told: string | undefined;
}

function ClientTurn({ turn, name, missed, told }: ClientTurnProps) {
  return (
    <div className={turn.outOfRole ? 'talk-them talk-aside' : 'talk-them'}>
      {turn.messages.map((message, i) => (
        <p key={i} className="talk-bubble">
          <span className="unseen">{turn.outOfRole ? 'Out of role' : name}: </span>
          {markedWords(message, missed).map(({ text, isMarked }, k) =>
            isMarked ? (
              <mark key={k} className="talk-cue">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </p>
      ))}
      {told !== undefined && (
        <p className="small talk-told">
          <span aria-hidden="true">✓</span> told you {told}
        </p>
      )}
    </div>
  );
}
