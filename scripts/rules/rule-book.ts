import type { DraftRule, RuleExample, Situation } from '@/utils/coaching/draft-rule';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { SAFE_WORD_RULES, type SafeWordRule } from '@/utils/suggestions/safe-words';

const INTRO = `# Rule book

Written by \`npm run rules\` from the data that the program runs on; change the data, not this page. *Draft rules*
(\`utils/coaching/rules/\`) remark on what a supporter is writing. *Safe words* (\`utils/suggestions/safe-words.json\`)
hold for every suggestion, whatever engine made it, and where a draft rule names one, for drafts too.

Patterns are regular expressions on plain lower-case text; \`{name}\` stands for a class of words in
\`utils/coaching/rules/shared.json\`. A rule that *rests* keeps quiet for a while after the supporter has sent the same past it; it hides
no other fault meanwhile. *Other ways to say it* are filled from the draft and the client's words, and shown only when the whole rule book
and the safe words find nothing in them: \`back\` is what was heard, said back, \`ask\` an open question, \`rest\` what the draft keeps;
\`?\` may stay empty. Each rule has an example that fires and one that must not, and a test tries both.
`;

/** The rules as a page that an expert can read. */
export function ruleBook(): string {
  const drafts = [...DRAFT_RULES.rules].sort((a, b) => a.priority - b.priority);
  return [
    INTRO,
    '## Draft rules\n',
    table(
      ['rule', 'about', 'fires on', 'not on', 'source'],
      drafts.map(({ id, name, about, example, not, source, on }) => [
        `**${name}** (\`${id}\`)${on ? '' : ', off'}`,
        about,
        shown(example),
        shown(not),
        source,
      ]),
    ),
    '\n### Their words, why and direction\n',
    ...drafts.map(draftWords),
    '## Safe words\n',
    table(
      ['rule', 'when', 'why', 'fires on', 'not on'],
      SAFE_WORD_RULES.map(({ id, when, scope, why, bad, ok }) => [
        `\`${id}\``,
        `${when === 'never' ? 'always' : 'until advice fits'}${scope === 'hint' ? ', suggestions only' : ''}`,
        why,
        bad?.[0] ?? '',
        ok?.[0] ?? '',
      ]),
    ),
    '\n### Their patterns\n',
    ...SAFE_WORD_RULES.map(safeWords),
  ].join('\n');
}

function shown({ before, draft }: RuleExample): string {
  const lines = before.map(({ side, text }) => `${side}: ${text}`);
  return [...lines, `**draft: ${draft}**`].join('<br>');
}

const SITUATION_WORDS: Readonly<Record<Situation, string>> = {
  settled: 'they thank, say goodbye or take an idea up',
  adding: 'their last message was answered already',
  light: 'their last message is light',
  closing: 'the draft says goodbye, and nothing heavy was just said',
};

/** When a rule keeps quiet although its words are there. */
function quietWords({ 'silent-when': silent, 'rests-for': rests, alone }: DraftRule): string[] {
  return [
    ...(silent.length > 0 ? [`- silent when: ${silent.map((one) => SITUATION_WORDS[one]).join('; ')}`] : []),
    rests > 0
      ? `- rests after it was sent past, for ${String(rests)} messages of the supporter`
      : '- never rests: it is made each time',
    ...(alone ? ['- only when there is nothing else to say'] : []),
  ];
}

function draftWords(rule: DraftRule): string {
  const { id, name, why, direction, ways, says, thresholds, 'safe-words': shared } = rule;
  const limits = Object.entries(thresholds).map(([limit, value]) => `${limit} ${String(value)}`);
  return [
    `<details><summary>${name} (${id})</summary>\n`,
    `- why: ${why.quoting}`,
    `- direction: ${direction}`,
    ...(ways.length > 0
      ? [`- other ways to say it: ${ways.map((way) => `\`${way}\``).join(' · ')}`]
      : ['- other ways to say it: none, the protocol comes first']),
    ...quietWords(rule),
    ...(limits.length > 0 ? [`- thresholds: ${limits.join(', ')}`] : []),
    ...(shared.length > 0 ? [`- safe words too: ${shared.map(({ rule }) => rule).join(', ')}`] : []),
    ...patterns(says),
    '</details>\n',
  ].join('\n');
}

function safeWords({ id, pattern, unless }: SafeWordRule): string {
  return [
    `<details><summary>${id}</summary>\n`,
    ...patterns([pattern, ...(unless === undefined ? [] : [`unless: ${unless}`])]),
    '</details>\n',
  ].join('\n');
}

function patterns(lines: readonly string[]): string[] {
  return lines.length === 0 ? [''] : ['\n```text', ...lines, '```\n'];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
