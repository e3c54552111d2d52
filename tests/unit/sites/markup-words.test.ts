import { describe, expect, it } from 'vitest';
import { z } from '@/utils/schema';
import weights from '@/utils/sites/detect/weights.json';
import { isUtility, isWordLike, means } from '@/utils/sites/learn/words';
import words from '@/utils/sites/learn/words.json';

/** Words by meaning: lower case, as they are compared. */
export const markupWordsSchema = z.record(
  z.string(),
  z.array(z.string().check(z.regex(/^[a-z]+(?: [a-z]+)*$/))).check(z.minLength(1)),
);

describe('the data of the detector', () => {
  it('has the form that its schema says', () => {
    expect(markupWordsSchema.safeParse(words).success).toBe(true);
    expect(z.record(z.string(), z.number()).safeParse(weights).success).toBe(true);
    for (const [meaning, list] of Object.entries(words))
      expect(new Set(list).size, meaning).toBe(list.length);
  });

  it('means no side by both own and other words', () => {
    expect(words.own.filter((word) => words.other.includes(word))).toEqual([]);
  });
});

describe('what a name in markup means', () => {
  it('is told by whole words, however they are joined', () => {
    for (const name of ['chat-msg__content--me', 'fromMe', 'is-by-current-user', 'message_own'])
      expect(means(name, 'own'), name).toBe(true);
    for (const name of ['readme', 'theme', 'layout', 'time-indicator'])
      expect(means(name, 'own'), name).toBe(false);
  });

  it('is lasting when it can be spoken, and not when a machine made it', () => {
    for (const name of ['message-body', 'PostUser-name', 'msg', 'chat_log'])
      expect(isWordLike(name), name).toBe(true);
    for (const name of ['css-1q2w3e', 'x1n2onr6', '_3xKpD', 'ember123', 'jdkfghtr'])
      expect(isWordLike(name), name).toBe(false);
  });

  it('is a way to look, not a name, when it comes from a vocabulary of such classes', () => {
    for (const name of ['px-4', 'md:flex', 'bg-white/50', 'justify-end', 'w-full'])
      expect(isUtility(name), name).toBe(true);
    for (const name of ['message-body', 'chat-log', 'PostUser']) expect(isUtility(name), name).toBe(false);
  });
});
