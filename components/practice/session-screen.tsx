import { useEffect, useState, type ReactNode } from 'react';
import type { SessionRecord } from '@/utils/practice/record';
import type { LoadedSession } from '@/utils/storage/practice-store';
import { Chat } from './chat';
import type { PracticeApi } from './practice-api';
import { goTo, hashOf } from './route';
import type { SessionRunner } from './session-runner';

type Loaded = 'loading' | { runner: SessionRunner } | Extract<LoadedSession, { ok: false }>;

/** A remark beside one supporter turn, where the person wants remarks. */
export type TurnRemark = (record: SessionRecord, turn: number) => ReactNode;

/** One stored session, played on; or why it cannot be. */
export function SessionScreen({ api, id, remark }: { api: PracticeApi; id: string; remark: TurnRemark }) {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  useEffect(() => {
    let current = true;
    let runner: SessionRunner | undefined;
    const open = async (): Promise<void> => {
      const found = await api.load(id);
      if (!found.ok) {
        if (current) setLoaded(found);
        return;
      }
      const playing = await api.play(found.record);
      runner = playing;
      // The person may have left while it was opened.
      if (current) setLoaded({ runner: playing });
      else playing.close();
    };
    open().catch(() => {
      if (current) setLoaded({ ok: false, id, reason: 'damaged', problem: 'it could not be opened' });
    });
    return () => {
      current = false;
      runner?.close();
    };
  }, [api, id]);

  if (loaded === 'loading') return <main className="practice-main" />;
  if ('ok' in loaded) return <CannotOpen api={api} found={loaded} />;
  return <Chat runner={loaded.runner} remark={remark} />;
}

function CannotOpen({
  api,
  found,
}: {
  api: Pick<PracticeApi, 'discard'>;
  found: Extract<LoadedSession, { ok: false }>;
}) {
  const isMissing = found.reason === 'missing';
  return (
    <main className="practice-main practice-narrow">
      <h1>{isMissing ? 'This practice is not here any more' : 'This practice cannot be opened'}</h1>
      <p role="alert">
        {found.reason === 'missing'
          ? 'It was deleted, or it was not to be kept and the browser was closed.'
          : found.reason === 'newer'
            ? 'A newer Sidelight wrote it. Update Sidelight to go on with it; until then it stays as it is.'
            : `What is stored of it is damaged (${found.problem}). Nothing else is touched by it.`}
      </p>
      <div className="row">
        <a className="button button-primary" href={hashOf({ at: 'start' })}>
          Back to the start
        </a>
        {!isMissing && (
          <button
            type="button"
            className="button"
            onClick={() => {
              void api.discard(found.id).then(() => {
                goTo({ at: 'start' });
              });
            }}
          >
            Discard it
          </button>
        )}
      </div>
    </main>
  );
}
