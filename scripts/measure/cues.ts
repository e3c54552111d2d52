import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { OpenCue } from '@/utils/analysis/cues/cue';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import { messageSchema } from '@/utils/conversation/message';
import { z } from '@/utils/schema';
import type { Figure, Measure, MeasureContext } from './section';

const expectedSchema = z.object({
  id: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  kind: z.string(),
  by: z.optional(z.string()),
});
const conversationSchema = z.object({
  id: z.string(),
  theme: z.string(),
  messages: z.array(messageSchema),
  open: z.array(expectedSchema),
  answered: z.array(expectedSchema),
});
export type CueConversation = z.infer<typeof conversationSchema>;
type Expected = z.infer<typeof expectedSchema>;

/** Which half a conversation belongs to: the one that was worked on or the one that only judges. */
export function halfOf(id: string): 'worked' | 'judged' {
  return spreadHash(hashText(id)) % 2 === 0 ? 'worked' : 'judged';
}

export function readCueConversations(root: string): CueConversation[] {
  const file = path.join(root, 'tests/corpora/cues/conversations.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => conversationSchema.parse(JSON.parse(line)));
}

interface Count {
  right: number;
  given: number;
  wanted: number;
}

const none = (): Count => ({ right: 0, given: 0, wanted: 0 });

/** Two cues are the same when they stand in one message and their spans overlap. */
function matches(a: Pick<OpenCue, 'id' | 'start' | 'end'>, b: Expected): boolean {
  return a.id === b.id && a.start < b.end && b.start < a.end;
}

function add(count: Count, given: readonly OpenCue[], wanted: readonly Expected[]): void {
  count.given += given.length;
  count.wanted += wanted.length;
  count.right += wanted.filter((w) => given.some((g) => matches(g, w))).length;
  // Two cues on one expected span are one thing seen twice, not an error.
  const spare = given.filter((g, i) => {
    const met = wanted.find((w) => matches(g, w));
    return met !== undefined && given.findIndex((other) => matches(other, met)) < i;
  });
  count.given -= spare.length;
}

export interface CueCounts {
  found: Count;
  open: Count;
  answered: Count;
  kind: Count;
  mistakes: string[];
}

/** Counts found, open and answered cues of conversations against the expected ones. */
export function countCues(conversations: readonly CueConversation[]): CueCounts {
  const counts: CueCounts = { found: none(), open: none(), answered: none(), kind: none(), mistakes: [] };
  for (const { id, messages, open, answered } of conversations) {
    const tracked = trackCues(messages);
    const allGiven: OpenCue[] = [...tracked.open, ...tracked.answered];
    const allWanted = [...open, ...answered];
    add(counts.found, allGiven, allWanted);
    add(counts.open, tracked.open, open);
    add(counts.answered, tracked.answered, answered);
    for (const wanted of allWanted) {
      const met = allGiven.filter((g) => matches(g, wanted));
      if (met.length === 0) counts.mistakes.push(`${id} missed: "${wanted.text}" (${wanted.kind})`);
      else {
        counts.kind.wanted += 1;
        counts.kind.given += 1;
        if (met.some((g) => g.kind === wanted.kind)) counts.kind.right += 1;
        const isOpen = open.includes(wanted);
        if (!(isOpen ? tracked.open : tracked.answered).some((g) => matches(g, wanted))) {
          counts.mistakes.push(`${id} should be ${isOpen ? 'open' : 'answered'}: "${wanted.text}"`);
        }
      }
    }
    for (const given of allGiven) {
      if (!allWanted.some((w) => matches(given, w))) counts.mistakes.push(`${id} extra: "${given.text}" (${given.family})`);
    }
  }
  return counts;
}

const precision = ({ right, given }: Count) => (given === 0 ? 0 : right / given);
const recall = ({ right, wanted }: Count) => (wanted === 0 ? 0 : right / wanted);

/** Precision and recall of cues on written conversations, on both halves. */
export const measureCues: Measure = (context: MeasureContext) => {
  const all = readCueConversations(context.root);
  const figures: Figure[] = [];
  const details: string[] = [];
  for (const half of ['worked', 'judged'] as const) {
    const counts = countCues(all.filter(({ id }) => halfOf(id) === half));
    const data = `written conversations, ${half} half`;
    const figure = (name: string, value: number, n: number) => figures.push({ name, data, value, n });
    figure('cues found, precision', precision(counts.found), counts.found.given);
    figure('cues found, recall', recall(counts.found), counts.found.wanted);
    figure('kind right, of those found', recall(counts.kind), counts.kind.wanted);
    figure('open at the end, precision', precision(counts.open), counts.open.given);
    figure('open at the end, recall', recall(counts.open), counts.open.wanted);
    figure('answered, precision', precision(counts.answered), counts.answered.given);
    figure('answered, recall', recall(counts.answered), counts.answered.wanted);
    if (half === 'worked') details.push(...counts.mistakes);
  }
  return Promise.resolve({ title: 'Cues', figures, details });
};
