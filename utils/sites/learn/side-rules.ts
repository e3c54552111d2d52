import type { Adapter } from '../adapter';
import { find, readField, anyOf } from '../query';
import { textOf } from '../text';
import type { SideRow, Vote } from './find-sides';

/** Rules by which no side is told. */
export const NO_SIDES: Adapter['side'] = {
  supporter: [],
  client: [],
  other: [],
  colleague: [],
  neither: [],
  self: [],
  you: [],
  clientName: [],
  pair: [],
  asker: [],
  askerName: [],
  bubble: [],
};

/** The votes that name the same rows, if there are as many as it takes; what disagrees with them ends all. */
export function agreeing(votes: readonly Vote[], least: number): readonly Vote[] {
  const [first] = votes;
  if (!first || votes.length < least) return [];
  const same = ({ own }: Vote) => own.size === first.own.size && [...own].every((row) => first.own.has(row));
  return votes.every(same) ? votes : [];
}

/** In a conversation of two, whoever is not the supporter is the client; the reader sees to it that it is of two. */
export function rulesOf(votes: readonly Vote[], key: Adapter['key']): Adapter['side'] {
  if (votes.length === 0) return NO_SIDES;
  const rules = votes.reduce<Adapter['side']>(
    (all, vote) => ({
      ...all,
      supporter: [...all.supporter, ...(vote.rules.supporter ?? [])],
      other: [...all.other, ...(vote.rules.other ?? [])],
      you: [...all.you, ...(vote.rules.you ?? [])],
      bubble: [...all.bubble, ...(vote.rules.bubble ?? [])],
      clientName: [...all.clientName, ...(vote.rules.clientName ?? [])],
    }),
    NO_SIDES,
  );
  return { ...rules, pair: key };
}

/** The rows that hold words, each with its author, for a vote on whose they are. */
export function sideRowsOf(
  adapter: Adapter,
  rows: readonly Element[],
  told: (row: Element) => SideRow['told'],
): SideRow[] {
  const quote = anyOf(adapter.quote);
  let last: string | null = null;
  return rows.flatMap((row) => {
    const body = bodyIn(row, adapter, quote);
    if (!body || textOf(body, quote) === '') return [];
    last =
      readField(row, adapter.author, { quote, exclude: '' }) ?? (adapter.followUp.length > 0 ? last : null);
    return [{ row, body, author: last, told: told(row) }];
  });
}

function bodyIn(row: Element, { body }: Adapter, quote: string): Element | null {
  for (const { css } of body) {
    const found = css === undefined ? row : find(row, css, quote);
    if (found) return found;
  }
  return null;
}
