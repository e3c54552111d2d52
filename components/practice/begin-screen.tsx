import { useEffect, useState } from 'react';
import type { NextPractice } from '@/utils/practice/growth/next';
import type { Scenario } from '@/utils/practice/scenario';
import type { PracticeApi, VoiceEndpoint } from './practice-api';
import { goTo, hashOf } from './route';
import { levelWords, personWords } from './scenario-words';
import { SessionChoices, type Chosen } from './session-choices';

type Api = Pick<PracticeApi, 'scenarios' | 'endpoint' | 'propose' | 'begin' | 'openSettings'>;

const USUAL: Chosen = { help: 'on', pace: 'human', voice: 'device', keep: true };

/** Before a session: who it is, what it is for, what it may stir up, and how the person wants it. */
export function BeginScreen({ api, id }: { api: Api; id: string }) {
  const [scenario, setScenario] = useState<Scenario | null | 'loading'>('loading');
  const [endpoint, setEndpoint] = useState<VoiceEndpoint | null>(null);
  const [proposal, setProposal] = useState<NextPractice | null>(null);
  const [picked, setPicked] = useState<Chosen | null>(null);
  // What the practice so far proposes holds until the person chooses for themselves.
  const chosen = picked ?? { ...USUAL, help: proposal?.help ?? USUAL.help };
  const [step, setStep] = useState<'choosing' | 'starting' | 'failed'>('choosing');
  useEffect(() => {
    let current = true;
    void api.scenarios().then((all) => {
      if (current) setScenario(all.find((one) => one.id === id) ?? null);
    });
    api.endpoint().then(
      (found) => {
        if (current) setEndpoint(found);
      },
      () => undefined,
    );
    api.propose().then(
      (found) => {
        if (current) setProposal(found);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api, id]);

  if (scenario === 'loading') return <main className="practice-main" />;
  if (scenario === null) {
    return (
      <main className="practice-main">
        <h1>This scenario is not here</h1>
        <p className="soft">It may have been deleted, or its address is mistyped.</p>
        <p>
          <a href={hashOf({ at: 'start' })}>Choose another</a>
        </p>
      </main>
    );
  }

  function begin(of: Scenario): void {
    setStep('starting');
    const { voice, ...rest } = chosen;
    const voiceHost = voice === 'llm' ? endpoint?.host : undefined;
    api.begin({ scenario: of, ...rest, ...(voiceHost !== undefined && { voiceHost }) }).then(
      (session) => {
        goTo({ at: 'session', id: session });
      },
      () => {
        setStep('failed');
      },
    );
  }

  return (
    <main className="practice-main practice-narrow">
      <p className="small soft">
        {scenario.theme} · {levelWords(scenario)}
      </p>
      <h1>{scenario.title}</h1>
      <p className="practice-lead">{scenario.about}</p>
      {scenario.contentNote !== undefined && (
        <section className="content-note" aria-labelledby="content-note-title">
          <h2 id="content-note-title">Before you begin</h2>
          <p>{scenario.contentNote}</p>
          <p className="note">
            You can leave at any time with one click. There is an aftercare note at the end.
          </p>
        </section>
      )}
      <section className="card begin-card" aria-labelledby="goals-title">
        <h2 className="card-title" id="goals-title">
          With {personWords(scenario)}
        </h2>
        <ul className="scenario-goals">
          {scenario.goals.map((goal) => (
            <li key={goal}>{goal}</li>
          ))}
        </ul>
      </section>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin(scenario);
        }}
      >
        <SessionChoices
          chosen={chosen}
          endpoint={endpoint}
          proposal={proposal}
          onChange={setPicked}
          openSettings={api.openSettings}
        />
        <div className="row begin-row">
          <button type="submit" className="button button-primary button-large" disabled={step === 'starting'}>
            Begin the practice
          </button>
          <a className="button button-large" href={hashOf({ at: 'start' })}>
            Not this one
          </a>
        </div>
        {step === 'failed' && (
          <p role="alert" className="begin-problem">
            The practice could not be stored, so it did not begin. The browser’s storage may be full: delete
            old practices under Growth, and try again.
          </p>
        )}
      </form>
    </main>
  );
}
