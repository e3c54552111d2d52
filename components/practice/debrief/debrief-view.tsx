import { useState } from 'react';
import { asHtml } from '@/utils/practice/debrief/as-html';
import { facts, fileName } from '@/utils/practice/debrief/facts';
import type { LookBack } from '@/utils/practice/debrief/look-back';
import type { SessionRecord } from '@/utils/practice/record';
import { hashOf } from '../route';
import { BranchesCard } from '../what-if/branches-card';
import { ArcCard } from './arc-card';
import { CompetencesCard } from './competences-card';
import { CuesCard } from './cues-card';
import { FeltCard } from './felt-card';
import { FiguresCard } from './figures-card';
import { LessonCard } from './lesson-card';
import { TranscriptCard } from './transcript-card';

interface Props {
  record: SessionRecord;
  /** The session and all paths that left from it. */
  family: readonly SessionRecord[];
  seen: LookBack;
  problem: string | null;
  onWhatIf(turn: number): void;
  onSave(name: string, html: string): void;
  onPrint(): void;
  onDelete(): Promise<void>;
}

/** The debrief: what happened between the two, what to keep, and what to try. */
export function DebriefView({ record, family, seen, problem, onWhatIf, onSave, onPrint, onDelete }: Props) {
  const { scenario, session } = record;
  const { name } = scenario.person;
  const { debrief } = seen;
  return (
    <main className="debrief">
      <div className="debrief-top">
        <p className="small soft">{facts(record).join(' · ')}</p>
        <div className="row no-print">
          {record.endedAt === null && (
            <a className="button" href={hashOf({ at: 'session', id: record.id })}>
              Go on with it
            </a>
          )}
          <button
            type="button"
            className="button"
            onClick={() => {
              onSave(fileName(record), asHtml(record, seen));
            }}
          >
            Save as a file
          </button>
          <button type="button" className="button" onClick={onPrint}>
            Print
          </button>
          <a className="button button-primary" href={hashOf({ at: 'begin', scenario: scenario.id })}>
            Practise again
          </a>
        </div>
      </div>
      <div aria-live="assertive">{problem !== null && <p className="debrief-problem">{problem}</p>}</div>
      <div className="debrief-columns">
        <div className="debrief-main">
          <h1>What happened between you</h1>
          <p className="debrief-lead soft">{seen.lead}</p>
          <ArcCard arc={seen.arc} points={seen.points} name={name} />
          {family.length > 1 && <BranchesCard records={family} current={record.id} />}
          <TranscriptCard turns={session.turns} lookBack={seen} name={name} onWhatIf={onWhatIf} />
        </div>
        <div className="debrief-side">
          <LessonCard title="Keep" lesson={debrief.keep} kind="keep" />
          <LessonCard title="Try next" lesson={debrief.tryNext} kind="try" />
          <FiguresCard figures={debrief.figures} told={seen.telling} />
          <FeltCard felt={debrief.felt} words={debrief.feltWords} name={name} />
          <CuesCard debrief={debrief} name={name} />
          <CompetencesCard competences={seen.competences} harms={seen.harms} />
          <section className="card debrief-card debrief-after" aria-labelledby="after-title">
            <h2 className="card-title" id="after-title">
              For you
            </h2>
            <p className="note">{scenario.aftercare}</p>
          </section>
          <p className="small soft">
            Only you can see this. It stays on this device until you delete it. It is about one talk with a
            made-up person, read by a program: think with it, and trust a colleague’s ear more.
          </p>
          <DeleteButton onDelete={onDelete} />
        </div>
      </div>
    </main>
  );
}

function DeleteButton({ onDelete }: { onDelete(): Promise<void> }) {
  const [step, setStep] = useState<'calm' | 'asking' | 'failed'>('calm');
  if (step === 'asking') {
    return (
      <div className="row no-print" role="group" aria-label="Delete this practice?">
        <button
          type="button"
          className="button"
          onClick={() => {
            onDelete().catch(() => {
              setStep('failed');
            });
          }}
        >
          Yes, delete it
        </button>
        <button
          type="button"
          className="button"
          autoFocus
          onClick={() => {
            setStep('calm');
          }}
        >
          Keep it
        </button>
      </div>
    );
  }
  return (
    <p className="no-print">
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          setStep('asking');
        }}
      >
        Delete this practice …
      </button>
      {step === 'failed' && <span role="alert"> The browser would not let go of it. Please try again.</span>}
    </p>
  );
}
