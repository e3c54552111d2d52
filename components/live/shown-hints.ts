import type { View } from '@/utils/messaging/view';
import { HINT_KINDS, type Hint } from '@/utils/suggestions/hint';
import { sameTarget, type Suggestions, type SuggestTarget } from './suggest-client';

/** A hint as it is drawn, with where it comes from: `device`, or the endpoint. */
export interface ShownHint {
  hint: Hint;
  from: 'device' | 'endpoint';
}

/** An open safety cue, or a message about safety, leaves no room for help with wording. */
export function safetyFirst(view: View): boolean {
  return view.safety.length > 0 || view.hints?.reason === 'safety';
}

/** What to ask the endpoint for, or null when nothing may or need be asked. */
export function suggestTarget(view: View | null): SuggestTarget | null {
  if (view?.hints === undefined || view.state !== 'reading') return null;
  if (view.engine.kind !== 'llm' || !view.engine.allowed) return null;
  if (safetyFirst(view) || view.hints.reason !== undefined) return null;
  // Ideas are notes for the supporter; the device makes them, and nothing need leave it.
  if (view.wording.style === 'ideas') return null;
  return { tabId: view.tabId, messageId: view.hints.messageId, round: view.hints.round };
}

/** The suggestions that belong to this view; those of another message, round or tab are never drawn. */
export function suggestionsFor(view: View, suggestions: Suggestions | null): Suggestions | null {
  return suggestions !== null && sameTarget(suggestTarget(view), suggestions.target) ? suggestions : null;
}

/**
 * One hint of each kind: the endpoint's as they arrive, the device's until then and for a kind that the
 * endpoint left out. Empty while safety comes first.
 */
export function shownHints(view: View, suggestions: Suggestions | null): ShownHint[] {
  if (view.hints === undefined || safetyFirst(view)) return [];
  const device = view.hints.hints;
  const streamed = suggestionsFor(view, suggestions)?.hints ?? [];
  return HINT_KINDS.flatMap((kind): ShownHint[] => {
    const fresh = streamed.find((hint) => hint.kind === kind);
    if (fresh !== undefined) return [{ hint: fresh, from: 'endpoint' }];
    const own = device.find((hint) => hint.kind === kind);
    return own === undefined ? [] : [{ hint: own, from: 'device' }];
  });
}
