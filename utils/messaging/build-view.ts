import type { Message } from '../conversation/message';
import { excerptOf } from '../conversation/excerpt';
import type { Reading } from '../analysis/reading';
import { budgetReached, costOf, type Spending, type Usage } from '../llm/usage';
import type { SecondReading } from '../suggestions/llm/second-reading';
import { TIMELINE_LENGTH, EXCERPT_LENGTH, type TimelinePoint, type View } from './view';

export interface PointSource {
  messages: readonly Message[];
  /** Messages that came before the first one and were let go. */
  dropped: number;
  reading(message: Message): { reading: Reading | null; corrected: boolean };
  /** What a language model made of it, if one was asked. */
  second?(message: Message): SecondReading | undefined;
}

/** The newest client messages as points of the timeline. A message taken back is not drawn. */
export function buildPoints({ messages, dropped, reading, second }: PointSource): TimelinePoint[] {
  const points: TimelinePoint[] = [];
  for (let i = messages.length - 1; i >= 0 && points.length < TIMELINE_LENGTH; i--) {
    const message = messages[i];
    if (!message || message.side !== 'client' || message.deleted) continue;
    const { reading: found, corrected } = reading(message);
    const other = second?.(message);
    points.push({
      id: message.id,
      n: dropped + i + 1,
      ...(message.at !== undefined && { at: message.at }),
      excerpt: message.text === '' ? attachmentWords(message) : excerptOf(message.text, EXCERPT_LENGTH),
      reading: message.text === '' ? null : found && withinExcerpt(found),
      ...(corrected && { corrected }),
      ...(other && { second: withinText(other, message) }),
    });
  }
  return points.reverse();
}

/** Evidence that lies beyond the excerpt cannot be marked in it. */
function withinExcerpt(reading: Reading): Reading {
  const evidence = reading.evidence.filter(({ end }) => end <= EXCERPT_LENGTH);
  return evidence.length === reading.evidence.length ? reading : { ...reading, evidence };
}

/** Words that were edited away, or lie beyond the excerpt, cannot be marked. */
function withinText({ evidence, ...rest }: SecondReading, { text }: Message): SecondReading {
  const stands =
    evidence && evidence.end <= EXCERPT_LENGTH && text.slice(evidence.start, evidence.end) === evidence.text;
  return stands ? { ...rest, evidence } : rest;
}

/** What the calls of a conversation cost, and whether they may go on. */
export function buildUsage(
  usage: Usage | undefined,
  spending: Spending,
): Pick<View, 'usage' | 'budgetReached'> {
  if (!usage) return {};
  const cost = costOf(usage, spending);
  const limit = budgetReached(usage, spending);
  return {
    usage: {
      ...usage,
      ...(cost !== null && { cost }),
      ...(spending.currency !== undefined && { currency: spending.currency }),
    },
    ...(limit && { budgetReached: limit }),
  };
}

function attachmentWords({ attachments = [] }: Message): string {
  return attachments.map((kind) => `[${kind}]`).join(' ');
}

export function countSides(messages: readonly Message[], dropped: number): View['counts'] {
  const counts = { total: dropped + messages.length, client: 0, supporter: 0, unknown: 0 };
  for (const { side } of messages) counts[side] += 1;
  return counts;
}
