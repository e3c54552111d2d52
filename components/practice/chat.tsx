import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { ChatLog } from './chat-log';
import { Composer } from './composer';
import { EndCard } from './end-card';
import { goTo } from './route';
import type { SessionRunner } from './session-runner';
import type { TurnRemark } from './session-screen';
import { UNSAVED_WORDS, voiceTroubleWords } from './trouble-words';

/** A practice chat: like a real one, and marked as practice all the while. */
export function Chat({ runner, remark }: { runner: SessionRunner; remark: TurnRemark }) {
  const { record, arrived, client, unsaved, voiceTrouble } = useStore(runner.store);
  const { person } = record.scenario;
  const lastTurn = record.session.turns.at(-1);
  const isOver = record.endedAt !== null && client === 'quiet' && arrived === lastTurn?.messages.length;
  const bottom = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    bottom.current?.scrollIntoView({ block: 'end' });
  }, [record.session.turns.length, arrived, client, isOver]);

  const end = (): void => {
    void runner.end().then(() => {
      goTo({ at: 'debrief', id: record.id });
    });
  };
  return (
    <main className="practice-chat">
      <div className="chat-top">
        <span className="chat-face" aria-hidden="true">
          {person.name.charAt(0)}
        </span>
        <div className="chat-who">
          <h1>{person.name}</h1>
          <p className="small soft">Practice: a made-up person, nobody real</p>
        </div>
        <div className="chat-tools row">
          <label className="chat-pace small">
            <input
              type="checkbox"
              checked={record.pace === 'instant'}
              onChange={({ target }) => {
                runner.pace(target.checked ? 'instant' : 'human');
              }}
            />
            No waiting
          </label>
          <button
            type="button"
            className="button"
            onClick={() => {
              goTo({ at: 'start' });
            }}
          >
            Leave
          </button>
          {record.endedAt === null && (
            <button type="button" className="button button-primary" onClick={end}>
              End and look back
            </button>
          )}
        </div>
      </div>
      <ChatLog record={record} arrived={arrived} remark={remark} />
      <p className="chat-typing small soft" aria-hidden={client !== 'typing'}>
        {client === 'typing' && (
          <>
            <span className="typing-dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {person.name} is typing
          </>
        )}
      </p>
      <div aria-live="polite">
        {unsaved !== null && <p className="chat-trouble note">{UNSAVED_WORDS[unsaved]}</p>}
        {voiceTrouble !== null && (
          <p className="chat-trouble chat-trouble-quiet note">
            {voiceTroubleWords(voiceTrouble, person.name)}
          </p>
        )}
      </div>
      {isOver ? (
        <EndCard record={record} onLookBack={end} />
      ) : (
        record.endedAt === null && <Composer name={person.name} onSend={runner.send} onDraft={runner.draft} />
      )}
      <div ref={bottom} />
    </main>
  );
}
