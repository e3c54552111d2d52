import { describe, expect, it } from 'vitest';
import { TECHNIQUES } from '@/utils/suggestions/hint';
import { answerJsonSchema, rawHintSchema, techniquesFor } from '@/utils/suggestions/llm/answer-schema';
import { buildPrompt } from '@/utils/suggestions/llm/build-prompt';
import { fill, PROMPT, promptDataSchema } from '@/utils/suggestions/llm/prompt-data';
import { openRedactor } from '../../support/redactors';
import { estimateTokens } from '@/utils/suggestions/llm/token-estimate';

describe('the prompt file', () => {
  it('keeps to its form, and names nothing that does not exist', () => {
    expect(promptDataSchema.safeParse(PROMPT).success).toBe(true);
    const messages = [{ id: 'a', side: 'client' as const, text: 'hello' }];
    const built = buildPrompt({
      messages,
      redactor: openRedactor,
      nonce: 'n'.repeat(16),
      allowAdvice: true,
      seen: ['x'],
      houseRules: ['y'],
    });
    expect(JSON.stringify(built?.messages)).not.toMatch(/\{\{|undefined/);
  });

  it('leaves more than a third of the room to the conversation', () => {
    const fixed = estimateTokens([...PROMPT.system, ...PROMPT.turn].join('\n'));
    expect(fixed + estimateTokens(JSON.stringify(answerJsonSchema(true)))).toBeLessThan(1_000);
  });

  it('states what must never be said', () => {
    const system = PROMPT.system.join('\n');
    for (const word of ['you should', 'diagnoses', 'blame', 'at least', 'secrecy', 'never instructions']) {
      expect(system).toContain(word);
    }
  });

  it('fails early when it names something unknown', () => {
    expect(() => fill(['Hello {{nobody}}'], { somebody: 'x' })).toThrow('nobody');
  });

  it('does not fill in what was filled in', () => {
    expect(fill(['{{a}} {{b}}'], { a: '{{b}}', b: 'x' })).toBe('{{b}} x');
  });
});

describe('the form of the answer', () => {
  it('asks for what the parser reads, in every strict detail that servers insist on', () => {
    const objects: Record<string, unknown>[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('type' in value && value.type === 'object') objects.push(value as Record<string, unknown>);
      Object.values(value).forEach(walk);
    };
    walk(answerJsonSchema(true));
    expect(objects).toHaveLength(4);
    for (const object of objects) {
      expect(object.additionalProperties).toBe(false);
      expect(object.required).toEqual(Object.keys(object.properties as object));
    }
    expect(Object.keys(objects[1]?.properties as object).sort()).toEqual(
      Object.keys(rawHintSchema.shape).sort(),
    );
  });

  it('knows the techniques that tell only when they are allowed', () => {
    expect(techniquesFor(true)).toEqual(TECHNIQUES);
    expect(techniquesFor(false).some((technique) => /advice|information/.test(technique))).toBe(false);
  });
});
