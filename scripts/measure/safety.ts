import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCorpus, type CorpusEntry } from '@/tests/corpora/safety/corpus';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { safetyClassSchema, type SafetyCue } from '@/utils/analysis/safety-cue';
import { z } from '@/utils/schema';
import { readEsconv } from './esconv';
import readingsJson from './safety-readings.json';
import type { Figure, Measure, Section } from './section';

const verdictsSchema = z.object({ right: z.array(z.string()), wrong: z.array(z.string()) });
const readingsSchema = z.object({
  note: z.string(),
  'goemotions-train': verdictsSchema,
  'esconv-valid': verdictsSchema,
});

const AIM_EXPLICIT = 0.98;
const AIM_INDIRECT = 0.85;
const AIM_GOEMOTIONS = 0.0003;
const AIM_ESCONV = 0.0015;

/** What a filter by words alone does: no negation, person, idiom or spelling. */
const KEYWORDS =
  /suicid|\bkill(ing)? (myself|me)\b|\bend (it all|my life)\b|\b(want|wanna|going|ready) (to )?die\b|\bself.?harm|\bcut(ting)? myself\b|\boverdos|\bhits? me\b|\bbeats? me\b|\brap(e|ed|ist)\b|\babus/i;
const hasKeyword = ({ text }: { text: string }) => KEYWORDS.test(text);
const KEYWORD_NAME = 'keywords';

const isPlain = (cue: SafetyCue) => cue.strength !== 'check';
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

/** Figures over written lines: recall for lines that expect a cue, false alarms for lines that expect none. */
function writtenFigures(name: string, lines: readonly CorpusEntry[]): Figure[] {
  const found = (line: CorpusEntry) => findSafetyCues(line.text).length > 0;
  const plain = (line: CorpusEntry) => findSafetyCues(line.text).some(isPlain);
  const of = (expect: CorpusEntry['expect']) => lines.filter((line) => line.expect === expect);
  const figure = (
    what: string,
    part: readonly CorpusEntry[],
    test: (line: CorpusEntry) => boolean,
  ): Figure => ({
    name: what,
    data: name,
    value: share(part.filter(test).length, part.length),
    n: part.length,
    baselineName: KEYWORD_NAME,
    baseline: share(part.filter(hasKeyword).length, part.length),
  });
  const none = of('none');
  return [
    { ...figure('explicit lines with a cue', of('explicit'), found), aim: AIM_EXPLICIT },
    { ...figure('indirect lines with a cue', of('indirect'), found), aim: AIM_INDIRECT },
    figure('negated, past, about others: with a cue', of('check'), found),
    {
      ...figure('the same, wrongly read as explicit or indirect', of('check'), plain),
      better: 'less' as const,
    },
    ...(['idiom', 'fiction', 'neutral-hard'] as const).map((group) => ({
      ...figure(
        `${group} lines with a false alarm (explicit or indirect)`,
        none.filter((line) => line.group === group),
        plain,
      ),
      better: 'less' as const,
    })),
  ].filter((each) => each.n > 0);
}

const CLASSES = safetyClassSchema.options;

/** Figures over the lines by another author, half by half: never the lines themselves. */
function independentFigures(lines: readonly CorpusEntry[]): Figure[] {
  const named = {
    'independent-rules': 'lines by another author, rules half (read)',
    'independent-judged': 'lines by another author, judged half (never read)',
  };
  return Object.entries(named).flatMap(([file, name]) => {
    const half = lines.filter((line) => line.file === file);
    const byClass = CLASSES.flatMap((kind) =>
      (['explicit', 'indirect'] as const).flatMap((expect): Figure[] => {
        const part = half.filter((line) => line.class === kind && line.expect === expect);
        const found = part.filter((line) => findSafetyCues(line.text).length > 0).length;
        return part.length === 0
          ? []
          : [
              {
                name: `${kind}, ${expect}: with a cue`,
                data: name,
                value: share(found, part.length),
                n: part.length,
              },
            ];
      }),
    );
    return [...writtenFigures(name, half), ...byClass];
  });
}

interface Post {
  id: string;
  text: string;
}

function readGoEmotions(dataFolder: string): Post[] {
  const file = path.join(dataFolder, 'goemotions', 'train.tsv');
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
  right: readonly string[],
  wrong: readonly string[],
  aim: number,
): Alarms {
  const known = new Map([
    ...right.map((id) => [id, 'right'] as const),
    ...wrong.map((id) => [id, 'wrong'] as const),
  ]);
  let checks = 0;
  const hits: Alarms['hits'] = [];
  for (const post of posts) {
    const cues = findSafetyCues(post.text);
    if (cues.some(isPlain)) hits.push({ post, cues, verdict: known.get(post.id) ?? 'unread' });
    else if (cues.length > 0) checks++;
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
      { ...less, name: 'messages with a check alone', value: share(checks, n) },
    ],
  };
}

/**
 * Recall on the written lines, each set apart, and false alarms on real comments and chats. Throws when a data set
 * is missing.
 */
export const measure: Measure = ({ dataFolder, root, progress }) => {
  const corpus = readCorpus(path.join(root, 'tests', 'corpora', 'safety'));
  const sets = new Map<string, CorpusEntry[]>();
  for (const line of corpus) {
    const set = line.file.startsWith('judged-')
      ? 'fresh lines, never used to change a rule'
      : line.file.startsWith('later-')
        ? 'later lines, read since'
        : line.file.startsWith('rules-')
          ? 'families, written to improve rules'
          : `first lines, ${line.half} half${line.half === 'judged' ? ' (read since)' : ''}`;
    const found = sets.get(set);
    if (found) found.push(line);
    else sets.set(set, [line]);
  }
  progress('safety cues: written lines');
  const written = [...sets].flatMap(([name, lines]) => writtenFigures(name, lines));
  written.push(
    ...independentFigures(readCorpus(path.join(root, 'tests', 'corpora', 'safety', 'independent'))),
  );
  progress('safety cues: GoEmotions and ESConv');
  const readings = readingsSchema.parse(readingsJson);
  const comments = readings['goemotions-train'];
  const chats = readings['esconv-valid'];
  const go = countAlarms(
    'GoEmotions train',
    readGoEmotions(dataFolder),
    comments.right,
    comments.wrong,
    AIM_GOEMOTIONS,
  );
  const es = countAlarms(
    'ESConv valid, client messages',
    readEsconvClients(dataFolder),
    chats.right,
    chats.wrong,
    AIM_ESCONV,
  );
  const shown = (cues: readonly SafetyCue[]) => cues.map((cue) => `${cue.rule} (${cue.strength})`).join(', ');
  const section: Section = {
    title: 'Safety cues',
    figures: [...written, ...go.figures, ...es.figures],
    details: [
      'Recall of each set on the day it was fresh: tests/corpora/safety/README.md',
      'GoEmotions hits:',
      ...go.hits.map(({ post, cues, verdict }) => `  ${verdict} ${post.id} ${shown(cues)}: ${post.text}`),
      // The licence of ESConv does not let its words leave the data folder.
      'ESConv hits (conversation:turn):',
      ...es.hits.map(({ post, cues, verdict }) => `  ${verdict} ${post.id} ${shown(cues)}`),
    ],
  };
  return Promise.resolve(section);
};
