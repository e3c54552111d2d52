import { COMPETENCES } from '@/utils/competences/book';
import type { Competence, Sign, SignId } from '@/utils/competences/competence';
import { CODE_NAMES } from '@/utils/analysis/codes/code';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';

const INTRO = `# Competences

Written by \`npm run rules\` from \`utils/competences/competences.json\`; change the data, not this page. The look back on
practice goes by these. An organisation can hand out a file of the same form with its own, and a supporter takes it over
in the settings, where it is shown first and any fault in it is named by its field.

A *harmful* sign that is met keeps a level at 1, whatever else went well; all *basic* signs make level 3, and one
*advanced* sign beside them level 4. Signs are counts of behaviour codes, of remarks of the [rule book](rules.md), and
of three events: a cue taken up, a cue passed by, a question about safety that is due.
`;

const EVENT_NAMES: Readonly<Record<string, string>> = {
  'cue-taken': 'a cue taken up',
  'cue-missed': 'a cue passed by',
  'safety-due': 'a question about safety due',
};

/** A sign's id in words for people. */
function named(id: SignId | 'turn'): string {
  const [kind, name = ''] = id.split(':');
  if (kind === 'code') return CODE_NAMES[name as keyof typeof CODE_NAMES];
  if (kind === 'event') return EVENT_NAMES[name] ?? name;
  if (kind === 'flag') return `remark: ${DRAFT_RULES.rules.find((rule) => rule.id === name)?.name ?? name}`;
  return 'turn of the supporter';
}

const list = (ids: readonly (SignId | 'turn')[]): string => ids.map(named).join(' + ');

function counted({ of, per, without, least, most }: Sign): string {
  const bounds = [
    ...(least !== undefined ? [`at least ${String(least)}`] : []),
    ...(most !== undefined ? [`at most ${String(most)}`] : []),
    ...(least === undefined && most === undefined ? ['at least once'] : []),
  ];
  return [
    list(of),
    ...(per ? [`for each ${list(per)}`] : []),
    bounds.join(', '),
    ...(without ? [`not with ${list(without)}`] : []),
  ].join('; ');
}

function section({ name, id, what, source, arises, levels, signs }: Competence): string {
  const rows = (['harmful', 'basic', 'advanced'] as const).flatMap((kind) =>
    signs[kind].map((sign) => `| ${kind} | ${sign.words} | ${counted(sign)} |`),
  );
  return [
    `## ${name} (\`${id}\`)\n`,
    `${what}\n`,
    `Informed by: ${source}${arises ? `\n\nLooked at only when it came up: ${list(arises)}.` : ''}\n`,
    ...levels.map(({ level, words }) => `${String(level)}. ${words}`),
    '\n| sign | what the supporter reads | what is counted |\n| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The competences as a page that an expert can read. */
export function competencePage(): string {
  return [INTRO, `${COMPETENCES.about}\n`, ...COMPETENCES.competences.map(section)].join('\n');
}
