import { useState } from 'react';
import { facts } from '@/utils/practice/debrief/facts';
import type { SessionRecord } from '@/utils/practice/record';
import type { DamagedSession } from '@/utils/storage/practice-store';
import { hashOf } from '../route';

interface Props {
  records: readonly SessionRecord[];
  damaged: readonly DamagedSession[];
  onDiscard(id: string): Promise<void>;
  onDeleteAll(): Promise<void>;
}

/** All sessions that are kept, those that cannot be read, and the way to be rid of them. */
export function SessionList({ records, damaged, onDiscard, onDeleteAll }: Props) {
  const [failed, setFailed] = useState(false);
  const run = (deed: Promise<void>): void => {
    setFailed(false);
    deed.catch(() => {
      setFailed(true);
    });
  };
  const isEmpty = records.length + damaged.length === 0;
  return (
    <section className="card debrief-card" aria-labelledby="sessions-title">
      <h2 className="card-title" id="sessions-title">
        Kept on this device
      </h2>
      {isEmpty && (
        <p className="soft">Nothing. A practice that you end is listed here, until you delete it.</p>
      )}
      {damaged.map(({ id, reason, problem }) => (
        <div key={id} className="session-line damaged-line" role="alert">
          <p className="note">
            {reason === 'newer'
              ? 'One practice was written by a newer Sidelight. Update Sidelight to read it; it stays until then.'
              : `One practice cannot be read (${problem}). The others are whole.`}
          </p>
          <button
            type="button"
            className="button"
            onClick={() => {
              run(onDiscard(id));
            }}
          >
            Discard it
          </button>
        </div>
      ))}
      <ul className="session-lines">
        {records.map((record) => (
          <li key={record.id} className="session-line">
            <div>
              <a
                href={hashOf({
                  at: record.session.ending === 'danger' ? 'session' : 'debrief',
                  id: record.id,
                })}
              >
                {record.scenario.title}
              </a>{' '}
              <span className="small soft">{new Date(record.startedAt).toLocaleDateString()}</span>
              <p className="small soft">
                {facts(record)
                  .filter((one) => one !== record.scenario.title)
                  .join(' · ')}
                {record.endedAt === null && ' · not ended'}
              </p>
            </div>
            <button
              type="button"
              className="button-quiet"
              aria-label={`Delete the practice ${record.scenario.title} of ${new Date(record.startedAt).toLocaleDateString()}`}
              onClick={() => {
                run(onDiscard(record.id));
              }}
            >
              Delete
            </button>
          </li>
        ))}
      </ul>
      {!isEmpty && (
        <p className="delete-all">
          <button
            type="button"
            className="button"
            onClick={() => {
              run(onDeleteAll());
            }}
          >
            Delete all practice
          </button>{' '}
          <span className="small soft">At once, with every figure above. It cannot be undone.</span>
        </p>
      )}
      {failed && <p role="alert">The browser would not let go of it. Please try again.</p>}
    </section>
  );
}
