import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SafetyFinder } from '@/utils/analysis/safety/safety-finder';
import type { SafetyCue } from '@/utils/analysis/safety-cue';
import { z } from '@/utils/schema';
import { readEsconv } from './esconv';
import readingsJson from './safety-readings.json';
import type { Figure } from './section';

const verdictsSchema = z.object({ right: z.array(z.string()), wrong: z.array(z.string()) });
const readingsSchema = z.object({
  note: z.string(),
  'goemotions-train': verdictsSchema,
  'esconv-valid': verdictsSchema,
});

const AIM_GOEMOTIONS = 0.0003;
const AIM_ESCONV = 0.0015;

/** What a filter by words alone does: no negation, person, idiom or spelling. */
const KEYWORDS =
  /suicid|\bkill(ing)? (myself|me)\b|\bend (it all|my life)\b|\b(want|wanna|going|ready) (to )?die\b|\bself.?harm|\bcut(ting)? myself\b|\boverdos|\bhits? me\b|\bbeats? me\b|\brap(e|ed|ist)\b|\babus/i;
export const hasKeyword = ({ text }: { text: string }) => KEYWORDS.test(text);
export const KEYWORD_NAME = 'keywords';

export const isPlain = (cue: SafetyCue) => cue.strength !== 'check';
export const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

const isLearnt = (cue: SafetyCue) => cue.rule.startsWith('model-');

interface Post {
  id: string;
  text: string;
}

function readGoEmotions(dataFolder: string, split: 'train' | 'dev' | 'test'): Post[] {
  const file = path.join(dataFolder, 'goemotions', `${split}.tsv`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [text = '', , id = ''] = line.split('\t');
      return { id, text };
    });
}

function readEsconvClients(dataFolder: string): Post[] {
  return readEsconv(dataFolder).flatMap(({ utterances }, dialogue) =>
    utterances.flatMap(({ text, side }, turn) =>
      side === 'client' ? [{ id: `${String(dialogue)}:${String(turn)}`, text }] : [],
    ),
  );
}

interface Alarms {
  figures: Figure[];
  hits: { post: Post; cues: SafetyCue[]; verdict: string }[];
}

/** Counts hits of strength explicit or indirect; what was read as right is no false alarm. */
function countAlarms(
  data: string,
  posts: readonly Post[],
  find: SafetyFinder,
  right: readonly string[],
  wrong: readonly string[],
  aim: number,
): Alarms {
  const known = new Map([
    ...right.map((id) => [id, 'right'] as const),
    ...wrong.map((id) => [id, 'wrong'] as const),
  ]);
  let ruleChecks = 0;
  let learntChecks = 0;
  const hits: Alarms['hits'] = [];
  for (const post of posts) {
    const cues = find(post.text);
    if (cues.some(isPlain)) hits.push({ post, cues, verdict: known.get(post.id) ?? 'unread' });
    else if (cues.some((cue) => !isLearnt(cue))) ruleChecks++;
    else if (cues.length > 0) learntChecks++;
  }
  const n = posts.length;
  const wrongs = hits.filter((hit) => hit.verdict !== 'right').length;
  const less = { data, n, better: 'less' as const };
  return {
    hits,
    figures: [
      {
        ...less,
        name: 'false alarms: explicit or indirect, read and found wrong',
        value: share(wrongs, n),
        aim,
      },
      {
        ...less,
        name: 'all hits, explicit or indirect',
        value: share(hits.length, n),
        baselineName: KEYWORD_NAME,
        baseline: share(posts.filter(hasKeyword).length, n),
      },
      {
        ...less,
        name: 'hits of the second layer among them',
        value: share(
          hits.filter(({ cues }) => !cues.some((cue) => isPlain(cue) && !isLearnt(cue))).length,
          n,
        ),
      },
      { ...less, name: 'messages with a check alone, by the rules', value: share(ruleChecks, n) },
      { ...less, name: 'messages with a check alone, by the second layer', value: share(learntChecks, n) },
    ],
  };
}

const shown = (cues: readonly SafetyCue[]) => cues.map((cue) => `${cue.rule} (${cue.strength})`).join(', ');

/** False alarms on real comments and chats, and the hits to be read. Throws when a data set is missing. */
export function measureAlarms(
  dataFolder: string,
  find: SafetyFinder,
): { figures: Figure[]; details: string[] } {
  const readings = readingsSchema.parse(readingsJson);
  const comments = readings['goemotions-train'];
  const chats = readings['esconv-valid'];
  const go = countAlarms(
    'GoEmotions train',
    readGoEmotions(dataFolder, 'train'),
    find,
    comments.right,
    comments.wrong,
    AIM_GOEMOTIONS,
  );
  const es = countAlarms(
    'ESConv valid, client messages',
    readEsconvClients(dataFolder),
    find,
    chats.right,
    chats.wrong,
    AIM_ESCONV,
  );
  return {
    figures: [...go.figures, ...unseenFigures(dataFolder, find), ...es.figures],
    details: [
      'GoEmotions hits:',
      ...go.hits.map(({ post, cues, verdict }) => `  ${verdict} ${post.id} ${shown(cues)}: ${post.text}`),
      // The licence of ESConv does not let its words leave the data folder.
      'ESConv hits (conversation:turn):',
      ...es.hits.map(({ post, cues, verdict }) => `  ${verdict} ${post.id} ${shown(cues)}`),
    ],
  };
}

/** What the second layer adds on comments that it did not learn from; its thresholds were set on them. */
function unseenFigures(dataFolder: string, find: SafetyFinder): Figure[] {
  const posts = [...readGoEmotions(dataFolder, 'dev'), ...readGoEmotions(dataFolder, 'test')];
  const added = posts.map(({ text }) => find(text)).filter((cues) => cues.length > 0 && cues.every(isLearnt));
  const figure = (name: string, test: (cue: SafetyCue) => boolean): Figure => ({
    name,
    data: 'GoEmotions dev and test',
    value: share(added.filter((cues) => cues.some(test)).length, posts.length),
    n: posts.length,
    better: 'less',
  });
  return [
    figure('messages with a check alone, by the second layer', (cue) => !isPlain(cue)),
    figure('hits of the second layer, indirect', isPlain),
  ];
}
