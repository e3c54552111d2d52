import type { SessionRecord } from '@/utils/practice/record';
import type { PracticeTurn } from '@/utils/practice/session';
import type { TurnRemark } from './session-screen';

interface Props {
  record: SessionRecord;
  /** Messages of the client's last turn that have arrived. */
  arrived: number;
  remark: TurnRemark;
}

/** The messages so far, read out as they come. */
export function ChatLog({ record, arrived, remark }: Props) {
  const { turns } = record.session;
  const { name } = record.scenario.person;
  const isAnswered = arrived === turns.at(-1)?.messages.length;
  return (
    <div className="chat-log" role="log" aria-label={`Chat with ${name}`} tabIndex={0}>
      {turns.map((turn, i) => {
        const isLast = i === turns.length - 1 && turn.side === 'client';
        const messages = isLast ? turn.messages.slice(0, arrived) : turn.messages;
        if (messages.length === 0) return null;
        return (
          <div key={turn.turn} className={`chat-turn chat-${turn.side}`}>
            <Bubbles turn={turn} messages={messages} name={name} />
            {/* After the client has answered: remarks must not run ahead of them. */}
            {turn.side === 'supporter' && (i < turns.length - 2 || isAnswered) && remark(record, turn.turn)}
          </div>
        );
      })}
    </div>
  );
}

function Bubbles({
  turn,
  messages,
  name,
}: {
  turn: PracticeTurn;
  messages: readonly string[];
  name: string;
}) {
  const who = turn.outOfRole ? 'Out of role' : turn.side === 'client' ? name : 'You';
  const kind = turn.outOfRole ? 'bubble bubble-aside' : 'bubble';
  return (
    <>
      {turn.outOfRole && (
        <p className="small soft" aria-hidden="true">
          out of role
        </p>
      )}
      {messages.map((message, i) => (
        <p key={i} className={kind}>
          <span className="unseen">{who}: </span>
          {message === '' ? '\u00a0' : message}
        </p>
      ))}
    </>
  );
}
