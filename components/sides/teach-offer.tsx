import type { View } from '@/utils/messaging/view';

/** The way to teach Sidelight a page that it cannot read, or reads by guess. */
export function TeachOffer({ view }: { view: View }) {
  if (view.origin === undefined) return null;
  return (
    <p className="note soft">
      Until this site is known, you can copy the conversation and paste it into Sidelight.
    </p>
  );
}
