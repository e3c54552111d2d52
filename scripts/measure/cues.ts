import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import type { CodeModel } from '@/utils/analysis/codes/code-model';
import type { OpenCue } from '@/utils/analysis/cues/cue';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import { createEmotionReader, type EmotionReader } from '@/utils/analysis/emotion/reader';
import { readMessage } from '@/utils/analysis/read-message';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import { messageSchema } from '@/utils/conversation/message';
import { z } from '@/utils/schema';
import { loadCodeModel } from './codes';
import { loadEmotionWeights } from './load-emotion';
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

/** Which half of `conversations.jsonl` a conversation belongs to: worked on, or only to judge. */
export function halfOf(id: string): 'worked' | 'judged' {
  return spreadHash(hashText(id)) % 2 === 0 ? 'worked' : 'judged';
}

/** The conversations of one file of `tests/corpora/cues`. */
export function readCueConversations(root: string, file: string): CueConversation[] {
  return readFileSync(path.join(root, 'tests/corpora/cues', file), 'utf8')
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

type Place = Pick<OpenCue, 'id' | 'start' | 'end'>;

/** Two cues are the same when they stand in one message and their spans overlap. */
function matches(a: Place, b: Expected): boolean {
  return a.id === b.id && a.start < b.end && b.start < a.end;
}

function add(count: Count, given: readonly Place[], wanted: readonly Expected[]): void {
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
export function countCues(
  conversations: readonly CueConversation[],
  model: CodeModel | null,
  reader: EmotionReader | null = null,
): CueCounts {
  const counts: CueCounts = { found: none(), open: none(), answered: none(), kind: none(), mistakes: [] };
  for (const { id, messages, open, answered } of conversations) {
    const codes = new Map(messages.map(({ id: message, text }) => [message, codeMessage(text, {}, model)]));
    const readings = new Map(
      reader && messages.map(({ id: message, text }) => [message, readMessage(reader, text)] as const),
    );
    const tracked = trackCues(messages, { codes, readings });
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
      if (!allWanted.some((w) => matches(given, w)))
        counts.mistakes.push(`${id} extra: "${given.text}" (${given.family})`);
    }
  }
  return counts;
}

/** Counts what calling every client message a cue would give: the last one open, those before it answered. */
function countMessages(conversations: readonly CueConversation[]): Omit<CueCounts, 'kind' | 'mistakes'> {
  const counts = { found: none(), open: none(), answered: none() };
  for (const { messages, open, answered } of conversations) {
    const spans = messages
      .filter(({ side }) => side === 'client')
      .map(({ id, text }) => ({ id, start: 0, end: text.length }));
    add(counts.found, spans, [...open, ...answered]);
    add(counts.open, spans.slice(-1), open);
    add(counts.answered, spans.slice(0, -1), answered);
  }
  return counts;
}

const precision = ({ right, given }: Count) => (given === 0 ? 0 : right / given);
const recall = ({ right, wanted }: Count) => (wanted === 0 ? 0 : right / wanted);

/** Precision and recall of cues on written conversations: both halves, and those written last. */
export const measureCues: Measure = ({ root }: MeasureContext) => {
  const model = loadCodeModel(root);
  const reader = createEmotionReader(loadEmotionWeights(root));
  const all = readCueConversations(root, 'conversations.jsonl');
  const sets = [
    { name: 'half worked on', talks: all.filter(({ id }) => halfOf(id) === 'worked') },
    { name: 'figurative speech, worked on', talks: readCueConversations(root, 'figurative.jsonl') },
    { name: 'half to judge', talks: all.filter(({ id }) => halfOf(id) === 'judged') },
    { name: 'written after the lexicon', talks: readCueConversations(root, 'unseen.jsonl') },
    { name: 'written after that, later worked on', talks: readCueConversations(root, 'fresh.jsonl') },
    { name: 'written later still', talks: readCueConversations(root, 'latest.jsonl') },
    { name: 'written last of all', talks: readCueConversations(root, 'newest.jsonl') },
  ];
  const figures: Figure[] = [];
  const details: string[] = [];
  for (const { name, talks } of sets) {
    const counts = countCues(talks, model, reader);
    const plain = countMessages(talks);
    const data = `${String(talks.length)} written conversations, ${name}`;
    const addCount = (what: string, count: Count, beside: Count, baselineName: string) => {
      // A whole message overlaps any span in it: for finding the place, this baseline is easily pleased.
      const base = { data, baselineName, note: 'beside: whole messages, no span to find' };
      figures.push({
        ...base,
        name: `${what}, precision`,
        value: precision(count),
        n: count.given,
        baseline: precision(beside),
      });
      figures.push({
        ...base,
        name: `${what}, recall`,
        value: recall(count),
        n: count.wanted,
        baseline: recall(beside),
      });
    };
    addCount('cues found', counts.found, plain.found, 'every client message');
    addCount('open at the end', counts.open, plain.open, 'the last client message');
    addCount('answered', counts.answered, plain.answered, 'all client messages before the last');
    figures.push({
      name: 'kind right, of those found',
      data,
      value: precision(counts.kind),
      n: counts.kind.given,
    });
    if (name.includes('worked on')) details.push(...counts.mistakes);
  }
  return Promise.resolve({ title: 'Cues', figures, details });
};
