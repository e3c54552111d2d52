import type { ResistancePattern } from '../client/client-state';
import { BANK } from './bank';
import { type ContentContext, hintAt } from './content';
import type { Reply, ReplyContext } from './turn-reply';

/** Advice is taken with a nod, or met with what this person has tried. */
const NODS = /^(?:ok(?:ay)?|sure|yeah|yes|ya|aye)\b/iu;

function onAdvice({ scenario, appraisal, picker, chance, session }: ReplyContext): Reply | null {
  if (appraisal.cause !== 'advised' || !chance.happens(0.55)) return null;
  const own = picker.any(scenario.advised);
  if (!own) return null;
  return {
    messages: own,
    topic: session.topic,
    resistance: NODS.test(own[0] ?? '') ? 'agreeing' : 'defending',
  };
}

function resistLine(context: ReplyContext, pattern: ResistancePattern): string[] | null {
  const { scenario, appraisal, picker } = context;
  if (pattern === 'tangential' && appraisal.cause !== 'strange') {
    const drift = picker.any(scenario.drift);
    if (drift) return drift;
  }
  return (
    picker.any(BANK.resist[appraisal.cause]?.[pattern] ?? []) ?? picker.any(BANK.resist.any?.[pattern] ?? [])
  );
}

/** The client closes up. Now and then what hurts shows through all the same. */
export function closeUp(
  context: ReplyContext,
  pattern: ResistancePattern,
  content: ContentContext,
): Reply | null {
  const { appraisal, chance, picker, session } = context;
  const missed = appraisal.missed.length > 0 && chance.happens(0.25) ? picker.any(BANK.missed) : null;
  const own =
    missed === null && (pattern === 'defending' || pattern === 'agreeing') ? onAdvice(context) : null;
  if (own) return own;
  const line = missed ?? resistLine(context, pattern);
  if (!line) return null;
  const showsThrough = pattern !== 'irritable' && appraisal.cause !== 'abused' && chance.happens(0.3);
  const hint = showsThrough ? hintAt(content) : null;
  return { messages: hint ? [...line, ...hint.messages] : line, topic: session.topic, resistance: pattern };
}
