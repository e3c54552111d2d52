import { useEffect, useRef } from 'react';
import type { SessionRecord } from '@/utils/practice/record';
import { hashOf } from './route';

/** Where people find real help, in most countries. */
const REAL_HELP = 'https://findahelpline.com';

const ENDINGS = {
  goodbye: 'said goodbye.',
  left: 'left the chat.',
} as const;

/** How a session ends: what to do with what it stirred up, then the look back. */
export function EndCard({ record, onLookBack }: { record: SessionRecord; onLookBack(): void }) {
  const { scenario, session } = record;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);

  if (session.ending === 'danger') {
    return (
      <section className="card end-card end-danger" aria-labelledby="end-title">
        <h2 id="end-title" ref={heading} tabIndex={-1}>
          The practice has stopped, for you
        </h2>
        <p>
          What you wrote sounded as if it was about yourself. If you may be in danger now, ring your local
          emergency number, or go where people are.
        </p>
        <div className="row">
          <a className="button button-primary" href={REAL_HELP} target="_blank" rel="noreferrer">
            Find a free line in your country
          </a>
          <a className="button" href={hashOf({ at: 'start' })}>
            Back to the start
          </a>
        </div>
        <p className="small soft">
          Nobody’s wording is looked at here. If it was only part of the practice, you can start again at any
          time.
        </p>
      </section>
    );
  }
  const isHeavy = scenario.contentNote !== undefined;
  return (
    <section className={isHeavy ? 'card end-card end-heavy' : 'card end-card'} aria-labelledby="end-title">
      <h2 id="end-title" ref={heading} tabIndex={-1}>
        {session.ending === null
          ? 'You ended this practice.'
          : `${scenario.person.name} ${ENDINGS[session.ending]}`}
      </h2>
      <p>
        {isHeavy && <strong>For you, before anything else. </strong>}
        {scenario.aftercare}
      </p>
      <div className="row">
        <button type="button" className="button button-primary button-large" onClick={onLookBack}>
          Look back on it
        </button>
      </div>
    </section>
  );
}
