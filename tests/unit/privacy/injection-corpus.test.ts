import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stripInvisible } from '@/utils/privacy/invisible';
import { z } from '@/utils/schema';

const attackSchema = z.object({
  id: z.string(),
  group: z.string(),
  messages: z.array(
    z.object({ side: z.enum(['client', 'supporter']), text: z.string().check(z.minLength(1)) }),
  ),
  wants: z.string().check(z.minLength(3)),
  payload: z.string().check(z.minLength(1)),
  forbidden: z.array(z.string()),
  card: z.optional(z.literal(true)),
  nuisance: z.optional(z.literal(true)),
});
const attacks = readFileSync('tests/corpora/injection/attacks.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => attackSchema.parse(JSON.parse(line)));

describe('the written attacks', () => {
  it('are at least 120, each with an id of its own, in every group that the read-me names', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(120);
    expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
    const readme = readFileSync('tests/corpora/injection/README.md', 'utf8');
    for (const { group } of attacks) expect(readme).toContain(group);
  });

  it('hold in the payload what must not come through', () => {
    for (const { id, payload, forbidden } of attacks) {
      const seen = payload + stripInvisible(payload);
      for (const piece of forbidden) {
        // Inside JSON a quotation mark or a control character is escaped.
        const escaped = JSON.stringify(piece).slice(1, -1);
        expect(seen.includes(piece) || seen.includes(escaped), `${id}: ${piece}`).toBe(true);
      }
    }
  });

  it('end with a message of the client somewhere', () => {
    for (const { messages } of attacks) expect(messages.some(({ side }) => side === 'client')).toBe(true);
  });
});
