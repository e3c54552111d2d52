// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ask, askOnce } from '@/utils/sites/learn/ask';

test('a page is asked for the first that answer, once in one look, and what has left it is left out', () => {
  document.body.innerHTML = '<h1>Night line</h1><main><h2>Sam</h2><h3>Today</h3></main>';
  const [title, sam] = document.querySelectorAll('h1, h2');
  expect(ask(document, 'h1, h2, h3', 2)).toEqual([title, sam]);

  const asking = askOnce();
  const looks = vi.spyOn(document, 'querySelectorAll');
  expect(asking(document, 'h1, h2, h3', 2)).toEqual([title, sam]);
  sam?.remove();
  expect(asking(document, 'h1, h2, h3', 2)).toEqual([title]);
  expect(looks).toHaveBeenCalledTimes(1);
});
