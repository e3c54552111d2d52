import { useState } from 'react';
import type { Judged } from '@/utils/competences/judge';
import type { LookBack } from '@/utils/practice/debrief/look-back';

/** Four steps of each competence, in words. */
const LEVEL_NAMES = { 1: 'could hurt', 2: 'some basics', 3: 'all basics', 4: 'more than basics' } as const;

/** How each competence showed, with what it rests on. What could hurt is named first, and caps its level. */
export function CompetencesCard({ competences, harms }: Pick<LookBack, 'competences' | 'harms'>) {
  const shown = competences.filter(({ level }) => level !== null);
  const silent = competences.filter(({ level }) => level === null);
  return (
    <section className="card debrief-card" aria-labelledby="competences-title">
      <h2 className="card-title" id="competences-title">
        What showed of your skills
      </h2>
      {harms.length > 0 && (
        <div className="harms">
          <p className="note">
            <b>To look at first.</b> In a real chat, this might have hurt:
          </p>
          <ul className="note">
            {harms.map(({ text, turn, words }) => (
              <li key={text}>
                {text}
                {words !== undefined && (
                  <span className="small soft harm-words">
                    {turn !== undefined && `Turn ${String(turn)}: `}“{words}”
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="note soft">Too short a talk to say. A few more turns would show something.</p>
      ) : (
        <ul className="competences">
          {shown.map((judged) => (
            <Competence key={judged.competence.id} judged={judged} />
          ))}
        </ul>
      )}
      {silent.length > 0 && shown.length > 0 && (
        <p className="small soft">
          Did not come up, or too little to tell:{' '}
          {silent.map(({ competence }) => competence.name.toLowerCase()).join('; ')}.
        </p>
      )}
    </section>
  );
}

function Competence({ judged: { competence, level, words, evidence, next } }: { judged: Judged }) {
  const [isOpen, setOpen] = useState(false);
  if (level === null) return null;
  return (
    <li className="competence">
      <p className="competence-head">
        <b>{competence.name}</b>
        <span className="competence-level small">
          <span className="level-steps" aria-hidden="true">
            {([1, 2, 3, 4] as const).map((step) => (
              <i key={step} className={step <= level ? `level-on level-${String(level)}` : ''} />
            ))}
          </span>
          {LEVEL_NAMES[level]}
        </span>
      </p>
      <p className="note">{words}</p>
      <button
        type="button"
        className="button-quiet no-print"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? 'Less' : 'What this rests on'}
        <span className="unseen">: {competence.name}</span>
      </button>
      {isOpen && (
        <ul className="evidence-list small">
          {evidence.map((sign) => (
            <li key={sign.words} className={sign.met ? 'sign-met' : 'sign-open'}>
              <span aria-hidden="true">{sign.kind === 'harmful' ? '!' : sign.met ? '✓' : '·'}</span>
              <span>
                <span className="unseen">
                  {sign.kind === 'harmful' ? 'To look at: ' : sign.met ? 'Seen: ' : 'Not yet: '}
                </span>
                {sign.words}
                {sign.occurrences[0]?.words !== undefined && sign.met && (
                  <span className="soft"> “{sign.occurrences[0].words.slice(0, 120)}”</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {next !== null && <p className="small soft">Next: {next}</p>}
    </li>
  );
}
