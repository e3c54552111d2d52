import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { RuleBook } from '@/utils/storage/rule-book';
import { removeRuleChanges, saveRuleChanges } from '@/utils/storage/draft-rules';

beforeEach(() => {
  fakeBrowser.reset();
});

const isOn = (book: RuleBook) => book.rules.rules.get('minimising')?.rule.on;

test('an organisation’s changes hold at once, and the rules as they ship come back', async () => {
  const book = new RuleBook();
  await book.open();
  expect(isOn(book)).toBe(true);
  await saveRuleChanges({ rules: { minimising: { on: false } } });
  expect(isOn(book)).toBe(false);
  await removeRuleChanges();
  expect(isOn(book)).toBe(true);
});

test('changes that cannot be read leave the rules as they ship', async () => {
  await saveRuleChanges({ rules: { minimising: { on: 'perhaps' } } });
  const book = new RuleBook();
  await book.open();
  expect(isOn(book)).toBe(true);
});
