import type { ShownDraftCheck, View } from '@/utils/messaging/view';
import { DraftFlag } from './draft-flag';
import { draftPieces } from './draft-pieces';
import { isSentAway, modelName } from './rewording';
import './draft-card.css';

/** Why a draft was not looked at. */
const UNREAD_WORDS: Record<NonNullable<ShownDraftCheck['unread']>, string> = {
  language: 'Sidelight checks drafts in English only, so it has nothing to say about this one.',
  transcript: 'This looks like a copied chat, so it was not checked.',
};

/** The supporter's own draft as it was read, with what experts would mark; there only while there is one. */
export function DraftCard({ view }: { view: View }) {
  const { draft, draftCheck = { flags: [] } } = view;
  if (draft === undefined || draft.trim() === '') return null;
  const { flags, good, unread } = draftCheck;
  const spans = flags.flatMap((flag) => flag.spans);
  return (
    <section className="card" aria-labelledby="draft-title">
      <div className="card-head">
        <h2 className="card-title" id="draft-title">
          Your draft
        </h2>
      </div>
      <blockquote className="draft-text">
        {draftPieces(draft, spans).map(({ text, isMarked }, index) =>
          isMarked ? (
            <mark key={index} className="draft-mark">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </blockquote>
      {/* Spoken once when it changes, and never in the way of typing. */}
      <div aria-live="polite" className="draft-says">
        {flags.map((flag) => (
          <DraftFlag key={flag.id} view={view} flag={flag} draft={draft} />
        ))}
        {good !== undefined && (
          <p className="note draft-good">
            <span aria-hidden="true">✓</span> {good}
          </p>
        )}
        {unread !== undefined && <p className="note soft">{UNREAD_WORDS[unread]}</p>}
      </div>
      <p className="small soft draft-note">{whereRead(view)}</p>
    </section>
  );
}

/** Who reads the draft, said before anything of it goes anywhere. */
function whereRead(view: View): string {
  if (!isSentAway(view)) return 'Read on this device only.';
  return `Read on this device. If you ask for another way to say it, it goes, redacted, to ${modelName(view)}.`;
}
