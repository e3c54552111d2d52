import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const weights = readdirSync('public/models').filter((name) => name.endsWith('.bin'));
const card = readFileSync('docs/model-card.md', 'utf8');

describe('the model card', () => {
  it.each(weights)('speaks of %s as it ships (if not: npm run measure -- --card)', (name) => {
    const hash = createHash('sha256')
      .update(readFileSync(`public/models/${name}`))
      .digest('hex');
    expect(card).toMatch(new RegExp(`\\| ${name.replace('.', '\\.')} +\\|.*${hash}`));
  });

  it('is filled in, and says what the models must not be used for, from what data, and their limits', () => {
    expect(card).not.toContain('{{');
    expect(card).not.toMatch(/\b(undefined|NaN)\b/);
    for (const words of ['must not be used', 'CC BY 4.0', 'CC BY-SA 4.0', 'English only', 'EmoBank test'])
      expect(card).toContain(words);
  });

  it('and the notice that ships with the weights name every set that they were trained on', () => {
    const notice = readFileSync('public/models/NOTICE.txt', 'utf8');
    for (const set of ['GoEmotions', 'EmoBank', 'SAD', 'VADER']) {
      expect(card).toContain(set);
      expect(notice).toContain(set);
    }
    for (const name of weights) expect(notice).toContain(name);
  });
});
