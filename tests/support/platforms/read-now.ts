import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import { matches, queryAll } from '@/utils/sites/deep';
import type { Place } from '@/utils/sites/locate';
import { anyOf } from '@/utils/sites/query';
import { createRowReader } from '@/utils/sites/row';
import { readNames } from '@/utils/sites/side';
import { Tracker } from '@/utils/sites/tracker';
import { UnmarkedRows } from '@/utils/sites/unmarked-rows';

/** Reads what is in view of a conversation at once, without waiting for changes. */
export function readNow({ adapter, container, list }: Place): Message[] {
  const breaks = anyOf(adapter.breaks);
  const rows = queryAll(list, anyOf([...adapter.row, ...adapter.breaks]));
  const read = createRowReader(adapter);
  const names = readNames(container, adapter);
  const unmarked = new UnmarkedRows(adapter);
  const facts = rows.map((row) => (breaks !== '' && matches(row, breaks) ? 'break' : read(row, names)));
  for (const row of facts) if (row !== 'break') unmarked.note(row);
  const view = facts.map((row) => (row === 'break' ? row : { ...row, side: unmarked.sideOf(row) }));
  return new Tracker()
    .update(view, 0)
    .reduce<Message[]>((known, delta) => applyDelta(known, delta).messages, []);
}

export function linesNow(messages: readonly Message[]): string[] {
  return messages.map(lineOf);
}

/** One message as a person would tell it. */
export function lineOf(message: Message): string {
  const { side, author = '-', text, attachments = [], edited, deleted, pending } = message;
  const files = attachments.map((kind) => `[${kind}]`).join('');
  const marks = [edited && ' (edited)', deleted && '(deleted)', pending && ' (sending)']
    .filter(Boolean)
    .join('');
  return `${side} ${author}: ${text}${files}${marks}`.trimEnd();
}
