import { describe, expect, it } from 'vitest';
import { remarkOf } from '@/utils/coaching/check-draft';
import { buildRewordPrompt } from '@/utils/coaching/reword/llm/prompt';
import { readAnswer } from '@/utils/coaching/reword/llm/read-answer';
import { createRedactor } from '@/utils/privacy/redact/redactor';
import { MAX_PROMPT_TOKENS } from '@/utils/suggestions/llm/build-prompt';
import { estimateTokens } from '@/utils/suggestions/llm/token-estimate';
import { talk } from './talk';

const DRAFT = 'You should just tell Hannah, mail her at h.miller@example.org, she’ll understand.';
const NONCE = '0123456789abcdef';

function prepare(lines: readonly string[] = ['C: my sister Hannah never listens to me'], draft = DRAFT) {
  const input = talk(lines, draft);
  const redactor = createRedactor({
    known: [],
    conversation: [...input.messages.map(({ text }) => text), draft],
  });
  const flag = remarkOf(input, 'advice-too-early') ?? remarkOf(input, 'you-should');
  if (!flag) throw new Error('expected a remark');
  const prompt = buildRewordPrompt({ messages: input.messages, redactor, nonce: NONCE, draft, flag });
  if (!prompt) throw new Error('expected a prompt');
  return { input, redactor, prompt, read: (answer: string) => readAnswer(answer, prompt, redactor, input) };
}

describe('the prompt for another way to say a draft', () => {
  it('holds conversation, draft and remark as data behind a fence, redacted', () => {
    const { prompt } = prepare();
    const user = prompt.messages[1]?.content ?? '';
    const [, data = ''] = user.split(`=====${NONCE}=====`);
    const { messages, draft, remarkedOn, instead } = JSON.parse(data) as Record<string, unknown>;
    expect(messages).toEqual([
      { id: expect.any(String), from: 'client', text: expect.stringContaining('[NAME_1]') },
    ]);
    expect(draft).toContain('You should just tell [NAME_1], mail her at [EMAIL_1]');
    expect(String(remarkedOn)).toContain('You should');
    expect(instead).toContain('Say back');
    expect(JSON.stringify(prompt)).not.toMatch(/Hannah|miller/u);
  });

  it('stays in its bounds for the longest draft after a thousand messages', () => {
    const lines = Array.from(
      { length: 1_000 },
      (_, i) => `${i % 2 ? 'S' : 'C'}: ${'and on it goes '.repeat(30)}`,
    );
    const { prompt } = prepare(
      [...lines, 'C: i feel lost'],
      `You should rest. ${'So much to say here. '.repeat(900)}`,
    );
    const tokens = [...prompt.messages.map(({ content }) => content), JSON.stringify(prompt.schema)];
    expect(tokens.reduce((sum, text) => sum + estimateTokens(text), 0)).toBeLessThanOrEqual(
      MAX_PROMPT_TOKENS,
    );
  });

  it('is not made where no client has written', () => {
    const { input, redactor } = prepare();
    const messages = input.messages.map((message) => ({ ...message, side: 'supporter' as const }));
    expect(
      buildRewordPrompt({
        messages,
        redactor,
        nonce: NONCE,
        draft: DRAFT,
        flag: { spans: [], name: '', direction: '' },
      }),
    ).toBeNull();
  });
});

describe('a model’s other way to say a draft', () => {
  const say = (text: string): string => JSON.stringify({ text });

  it('is taken when it has the form and passes the gate, with names back in place', () => {
    const { read } = prepare();
    expect(read(say('[NAME_1] never listens to you. That sounds lonely.'))).toEqual({
      ok: true,
      text: 'Hannah never listens to you. That sounds lonely.',
    });
    expect(read(`\`\`\`json\n${say('“It sounds lonely, not being heard by her.”')}\n\`\`\``)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['prose', 'Sure! Here is another way to say it.', 'form'],
    ['another form', JSON.stringify({ hints: [] }), 'form'],
    ['an invented placeholder', say('[NAME_9] never listens to you. That sounds lonely.'), 'form'],
    ['an order', say('You should tell her how you feel about it.'), 'unsaid'],
    ['a comparison', say('At least you have a sister, others have it worse.'), 'unsaid'],
    ['a promise', say('I promise it will all be fine with her in the end.'), 'unsaid'],
    ['a method', say('Put the pills away before you talk to your sister.'), 'unsaid'],
    ['the draft again', say(DRAFT), 'unsaid'],
    [
      'its instructions',
      say('Keep what is good in the draft, the volunteer’s own tone and words.'),
      'unsaid',
    ],
    ['another language', say('Tu hermana nunca te escucha y eso debe doler mucho.'), 'unsaid'],
    ['nothing', '', 'form'],
  ])('is not shown when it is %s', (_, answer, fault) => {
    expect(prepare().read(answer)).toEqual({ ok: false, fault });
  });
});
