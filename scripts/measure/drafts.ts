import path from 'node:path';
import {
  type DraftSet,
  FAULTS,
  type Half,
  readDrafts,
  readSecondDrafts,
} from '@/tests/corpora/drafts/corpus';
import { checkDraft } from '@/utils/coaching/check-draft';
import { loadCodeModel } from './codes';
import { inputFor } from './draft-input';
import { checkTurns } from './draft-turns';
import { readEsconv } from './esconv';
import type { Figure, Measure } from './section';

interface Count {
  right: number;
  given: number;
  wanted: number;
}

const none = (): Count => ({ right: 0, given: 0, wanted: 0 });
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export interface DraftCounts {
  all: Count;
  byFault: Map<string, Count>;
  /** Good drafts, and those of them that were left in peace. */
  good: number;
  silent: number;
}

/** Counts flags on the written drafts of one half of a set. A flag is right when the draft carries that very fault. */
export function countDrafts(root: string, half: Half, set: DraftSet): DraftCounts {
  const codeModel = loadCodeModel(root);
  const counts: DraftCounts = {
    all: none(),
    byFault: new Map(FAULTS.map((fault) => [fault, none()])),
    good: 0,
    silent: 0,
  };
  const folder = path.join(root, 'tests/corpora/drafts');
  for (const line of set === 'second' ? readSecondDrafts(folder) : readDrafts(folder)) {
    if (line.half !== half || line.set !== set) continue;
    const wanted = line.expect[0]?.code;
    const given = checkDraft(inputFor(line, { codeModel })).flags.map(({ id }) => id);
    if (wanted === undefined) {
      counts.good += 1;
      if (given.length === 0) counts.silent += 1;
    }
    for (const id of new Set([...given, ...(wanted === undefined ? [] : [wanted])])) {
      for (const count of [counts.all, counts.byFault.get(id) ?? none()]) {
        if (given.includes(id)) count.given += 1;
        if (wanted === id) count.wanted += 1;
        if (wanted === id && given.includes(id)) count.right += 1;
      }
    }
  }
  return counts;
}

const AIM = { precision: 0.85, recall: 0.65, silent: 0.85 };

const HALVES = [
  ['first', 'rules'],
  ['first', 'judged'],
  ['fresh', 'rules'],
  ['fresh', 'judged'],
  ['second', 'judged'],
] as const;

/** Trained supporters' turns that may be flagged; flags are for the rare moment. */
const AIM_FLAGGED = 0.08;

/** How often trained supporters' own turns are flagged: the dialogues read while rules were made, and the others. */
function flaggedTurns(dataFolder: string, root: string): { figures: Figure[]; details: string[] } {
  const codeModel = loadCodeModel(root);
  const figures: Figure[] = [];
  const details = ['', '| ESConv dialogues | flag | turns with it |', '|---|---|---|'];
  const dialogues = readEsconv(dataFolder);
  for (const [judges, which] of [
    [false, 'read for rules'],
    [true, 'only judging'],
  ] as const) {
    const turns = dialogues
      .filter((dialogue) => dialogue.judges === judges)
      .flatMap((dialogue) => checkTurns(dialogue, codeModel));
    figures.push({
      name: 'turns with a flag',
      data: `ESConv validation, supporter turns, dialogues ${which}`,
      value: share(turns.filter(({ check }) => check.flags.length > 0).length, turns.length),
      n: turns.length,
      better: 'less',
      aim: AIM_FLAGGED,
    });
    for (const fault of FAULTS) {
      const found = turns.filter(({ check }) => check.flags.some(({ id }) => id === fault)).length;
      details.push(`| ${which} | ${fault} | ${(100 * share(found, turns.length)).toFixed(1)} % |`);
    }
  }
  return { figures, details };
}

/** The draft check on the written drafts, and on what trained supporters wrote. */
export const measureDrafts: Measure = ({ root, dataFolder }) => {
  const figures: Figure[] = [];
  const details: string[] = [
    '| lines | half | flag | drafts with it | flagged | precision | recall |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const [set, half] of HALVES) {
    const { all, byFault, good, silent } = countDrafts(root, half, set);
    const data = `written drafts, ${set} lines, half "${half}"`;
    figures.push(
      {
        name: 'flags, precision',
        data,
        value: share(all.right, all.given),
        n: all.given,
        aim: AIM.precision,
      },
      { name: 'flags, recall', data, value: share(all.right, all.wanted), n: all.wanted, aim: AIM.recall },
      { name: 'silent on good drafts', data, value: share(silent, good), n: good, aim: AIM.silent },
    );
    for (const [fault, { right, given, wanted }] of byFault)
      details.push(
        `| ${set} | ${half} | ${fault} | ${wanted} | ${given} | ${share(right, given).toFixed(2)} | ${share(right, wanted).toFixed(2)} |`,
      );
  }
  const flagged = flaggedTurns(dataFolder, root);
  return Promise.resolve({
    title: 'Draft check',
    figures: [...figures, ...flagged.figures],
    details: [...details, ...flagged.details],
  });
};
