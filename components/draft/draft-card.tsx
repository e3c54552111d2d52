import type { View } from '@/utils/messaging/view';
import './draft-card.css';

/** The supporter's own draft as it was read; there only while there is one. */
export function DraftCard({ view: { draft } }: { view: View }) {
  if (draft === undefined || draft.trim() === '') return null;
  return (
    <section className="card" aria-labelledby="draft-title">
      <div className="card-head">
        <h2 className="card-title" id="draft-title">
          Your draft
        </h2>
      </div>
      <blockquote className="draft-text">{draft}</blockquote>
      <p className="small soft draft-note">Read on this device only.</p>
    </section>
  );
}
