// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { ADAPTERS } from '@/utils/sites/registry';
import { readDraft } from '@/utils/sites/draft';

const adapter = ADAPTERS.find(({ id }) => id === 'converse');
if (!adapter) throw new Error('no such adapter');

function page(html: string): Element {
  document.body.innerHTML = `<div class="chatbox">${html}</div>`;
  return document.body.querySelector('.chatbox') as Element;
}
const MAIN = '<textarea class="chat-textarea" id="main"></textarea>';
const THREAD = '<textarea class="chat-textarea" id="thread"></textarea>';
const field = (id: string) => document.getElementById(id) as HTMLTextAreaElement;

describe('the draft of a page with two composers', () => {
  let box: Element;
  beforeEach(() => {
    box = page(MAIN + THREAD);
  });

  it('is the one being written in, whichever it is', () => {
    field('main').value = 'in the main one';
    field('thread').value = 'in the thread';
    field('thread').focus();
    expect(readDraft(box, adapter)).toBe('in the thread');
    field('main').focus();
    expect(readDraft(box, adapter)).toBe('in the main one');
    field('main').value = '';
    expect(readDraft(box, adapter)).toBe('');
  });

  it('is the one that holds words while neither is written in', () => {
    field('thread').value = 'left there';
    expect(readDraft(box, adapter)).toBe('left there');
  });
});

it('reads no composer of elsewhere when there are several', () => {
  const box = page('');
  document.body.insertAdjacentHTML('beforeend', MAIN + THREAD);
  field('main').value = 'not here';
  expect(readDraft(box, adapter)).toBe('');
});
