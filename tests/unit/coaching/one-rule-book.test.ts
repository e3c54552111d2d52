import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isMarked } from '@/utils/coaching/check-draft';
import { DRAFT_RULES, draftRules } from '@/utils/coaching/rule-set';
import { momentsOf } from '@/utils/practice/feedback/moments';
import { feedbackOf } from '@/utils/practice/feedback/turn-feedback';
import { allScenarios } from '@/utils/practice/scenarios';
import { SAFE_WORD_RULES } from '@/utils/suggestions/safe-words';
import { screenHint } from '@/utils/suggestions/screen';
import { flagIds, talk } from './talk';

const SHARED = DRAFT_RULES.rules.flatMap(({ id, 'safe-words': shared }) =>
  shared.map(({ rule }) => [rule, id] as const),
);

/** Words that only a list of what makes small, orders or promises would hold. */
const TELLTALE =
  /have it worse|at least \(?(?:\?:)?(?:you|he|she|it|they)\b|you should|will be (?:fine|ok)|everything happens/iu;

/** Where else they may stand, and why. */
const ELSEWHERE = [
  // What a language model is told not to write.
  'utils/coaching/reword/llm/prompt.json',
  'utils/suggestions/llm/prompts/suggest.json',
  // What a supporter's message does, and what a client's message says: codes, cues and safety, not remarks.
  'utils/analysis/',
  'utils/suggestions/device/bank/dark-words.json',
  // A made-up client's own lines, and what a look back says of them.
  'utils/practice/scenarios/',
  'utils/practice/data/lines.json',
  'utils/practice/data/debrief.json',
  'utils/practice/model-voice/checks.json',
];

describe('one rule book', () => {
  it.each(SHARED)('safe words "%s" are the draft rule %s’s, too: one line, the same verdict', (safe, id) => {
    const rule = SAFE_WORD_RULES.find((one) => one.id === safe);
    expect(rule).toBeDefined();
    for (const bad of rule?.bad ?? []) expect(screenHint({ text: bad }).ok, bad).toBe(false);
    const [first] = rule?.bad ?? [];
    if (first !== undefined) expect(flagIds(['C: i failed and i feel lost'], first)).toContain(id);
  });

  it('marks in the feedback of practice what it marks in a draft, with the same words', () => {
    const [scenario] = allScenarios();
    if (!scenario) throw new Error('no scenario');
    for (const id of ['minimising', 'false-reassurance', 'you-should'] as const) {
      const rule = draftRules().rules.get(id)?.rule;
      if (!rule) throw new Error(`no rule ${id}`);
      const client = rule.example.before.at(-1)?.text ?? '';
      const state = { reasons: [] };
      const turns = [
        { turn: 1, side: 'client', messages: [client], state },
        { turn: 2, side: 'supporter', messages: [rule.example.draft], codes: [], state },
      ];
      const [moment] = momentsOf({ turns } as unknown as Parameters<typeof momentsOf>[0], {
        rules: draftRules(),
        reader: null,
        codeModel: null,
      });
      if (!moment) throw new Error('no moment');
      const feedback = feedbackOf(moment, scenario, { rules: draftRules(), reader: null, codeModel: null });
      expect(feedback.marks[0]).toMatchObject({ id, name: rule.name, direction: rule.direction });
      const { alternative } = feedback;
      if (alternative !== null)
        expect(isMarked(talk([`C: ${client}`], alternative)), alternative).toBe(false);
    }
  });

  it('has no second list of such words anywhere in the program', () => {
    const found = ['utils', 'components', 'entrypoints']
      .flatMap((root) =>
        readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${root}/${name}`),
      )
      .filter((path) => /\.(?:ts|tsx|json)$/u.test(path))
      .filter((path) => !path.startsWith('utils/coaching/rules/') && !path.endsWith('/safe-words.json'))
      .filter((path) => !ELSEWHERE.some((one) => path.startsWith(one)))
      .filter((path) => {
        const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '');
        return TELLTALE.test(code);
      });
    // The worker's warm-up checks one sentence, whatever it is.
    expect(found).toEqual(['entrypoints/background/load-engine.ts']);
  });
});
