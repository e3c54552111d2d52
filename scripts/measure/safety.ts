import path from 'node:path';
import { readCorpus, type CorpusEntry } from '@/tests/corpora/safety/corpus';
import { loadModels } from '@/scripts/models/load-models';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import type { SafetyFinder } from '@/utils/analysis/safety/safety-finder';
import { safetyClassSchema } from '@/utils/analysis/safety-cue';
import { hasKeyword, isPlain, KEYWORD_NAME, measureAlarms, share } from './safety-alarms';
import type { Figure, Measure, Section } from './section';

const AIM_EXPLICIT = 0.98;
const AIM_INDIRECT = 0.85;

/**
 * Figures over written lines: recall for lines that expect a cue, false alarms for lines that expect none. `find` is what
 * the extension runs, the rules with the second layer.
 */
function writtenFigures(name: string, lines: readonly CorpusEntry[], find: SafetyFinder): Figure[] {
  const found = (line: CorpusEntry) => find(line.text).length > 0;
  const plain = (line: CorpusEntry) => find(line.text).some(isPlain);
  const byRules = (line: CorpusEntry) => findSafetyCues(line.text).length > 0;
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
    figure('the same, by the rules alone', of('explicit'), byRules),
    figure('the same, more than a check', of('explicit'), plain),
    { ...figure('indirect lines with a cue', of('indirect'), found), aim: AIM_INDIRECT },
    figure('the same, by the rules alone', of('indirect'), byRules),
    figure('the same, more than a check', of('indirect'), plain),
    figure('negated, past, about others: with a cue', of('check'), found),
    figure('the same, by the rules alone', of('check'), byRules),
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
    {
      ...figure('lines of nothing, with a check alone', none, (line) => found(line) && !plain(line)),
      better: 'less' as const,
    },
  ].filter((each) => each.n > 0);
}

const CLASSES = safetyClassSchema.options;

/** Figures over the lines by another author, half by half: never the lines themselves. */
function independentFigures(lines: readonly CorpusEntry[], find: SafetyFinder): Figure[] {
  const named = {
    'independent-rules': 'lines by another author, rules half (read)',
    'independent-judged': 'lines by another author, judged half (never read)',
  };
  return Object.entries(named).flatMap(([file, name]) => {
    const half = lines.filter((line) => line.file === file);
    const byClass = CLASSES.flatMap((kind) =>
      (['explicit', 'indirect'] as const).flatMap((expect): Figure[] => {
        const part = half.filter((line) => line.class === kind && line.expect === expect);
        const found = part.filter((line) => find(line.text).length > 0).length;
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
    return [...writtenFigures(name, half, find), ...byClass];
  });
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
  const { findSafety } = loadModels();
  const written = [...sets].flatMap(([name, lines]) => writtenFigures(name, lines, findSafety));
  written.push(
    ...independentFigures(
      readCorpus(path.join(root, 'tests', 'corpora', 'safety', 'independent')),
      findSafety,
    ),
  );
  written.push(
    ...writtenFigures(
      'lines written after the second layer, measured once',
      readCorpus(path.join(root, 'tests', 'corpora', 'safety', 'layer')),
      findSafety,
    ),
  );
  written.push(
    ...writtenFigures(
      'cues told in passing and ordinary talk, by other authors',
      readCorpus(path.join(root, 'tests', 'corpora', 'safety', 'told')),
      findSafety,
    ),
  );
  progress('safety cues: GoEmotions and ESConv');
  const alarms = measureAlarms(dataFolder, findSafety);
  const section: Section = {
    title: 'Safety cues',
    figures: [...written, ...alarms.figures],
    details: [
      'Recall of each set on the day it was fresh: tests/corpora/safety/README.md',
      ...alarms.details,
    ],
  };
  return Promise.resolve(section);
};
