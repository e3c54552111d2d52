import type { OpenSafety, View } from '@/utils/messaging/view';
import { usePanelActions } from '../live/panel-context';
import { GENTLE_LAST, PROTOCOL_WORDS } from './protocol-words';
import { quoteParts, safetyGroups, type SafetyGroup } from './safety-groups';
import './safety-card.css';

/** A directory of helplines in every country, opened only by the person's click. */
export const HELPLINES_URL = 'https://findahelpline.com';

/** What to do when words point at danger. It stays until the supporter says that they have handled it. */
export function SafetyCard({ view }: { view: View }) {
  const [first, ...others] = safetyGroups(view.safety);
  if (first === undefined) return null;
  const gentle = first.lead.cue.strength === 'check';
  return (
    <section className={gentle ? 'card safety safety-gentle' : 'card safety'} role="alert">
      <SafetyLead group={first} />
      <div className="row">
        <a className="button" href={HELPLINES_URL} target="_blank" rel="noreferrer">
          Helplines
        </a>
        <Acknowledge tabId={view.tabId} group={first}>
          I’ve handled this
        </Acknowledge>
        {/* A gentle check can be wrong about words: then saying so is truer than to have handled it. */}
        {gentle && (
          <Acknowledge tabId={view.tabId} group={first}>
            It means something else
          </Acknowledge>
        )}
      </div>
      {others.length > 0 && (
        <ul className="safety-others">
          {others.map((group) => (
            <li key={group.messageId}>
              <p className="note">
                <span className="soft">Also message {group.n}: </span>
                <Quote entry={group.lead} />
              </p>
              <Acknowledge tabId={view.tabId} group={group}>
                I’ve handled this
              </Acknowledge>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">
        This card is about words, not a level of risk. No card does not mean no risk.
      </p>
    </section>
  );
}

function SafetyLead({ group: { lead, n } }: { group: SafetyGroup }) {
  const words = PROTOCOL_WORDS[lead.cue.class];
  const gentle = lead.cue.strength === 'check';
  const steps = gentle ? [words.gently, words.steps[1], GENTLE_LAST] : words.steps;
  return (
    <>
      <div className="safety-head">
        <h2>{gentle ? 'Worth a gentle check' : 'Check safety now'}</h2>
        <span className="small soft">message {n}</span>
      </div>
      <p>
        <Quote entry={lead} />
      </p>
      <p className="note soft">
        These words may {gentle ? 'touch on' : 'point at'} {words.about}.
      </p>
      <ol className="safety-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function Quote({ entry }: { entry: OpenSafety }) {
  const [before, cue, after] = quoteParts(entry);
  return (
    <q className="safety-quote">
      {before}
      {cue !== '' && <u>{cue}</u>}
      {after}
    </q>
  );
}

/** One button that puts the card of a message away; its words say what the supporter found. */
function Acknowledge({ tabId, group, children }: { tabId: number; group: SafetyGroup; children: string }) {
  const { send } = usePanelActions();
  return (
    <button
      type="button"
      className="button"
      aria-label={`${children}: message ${String(group.n)}`}
      onClick={() => {
        send({ kind: 'acknowledge-safety', tabId, messageId: group.messageId });
      }}
    >
      {children}
    </button>
  );
}
