import { plainChat } from '@/utils/analysis/codes/plain-chat';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { Chance } from '@/utils/practice/client/random';
import type { PracticeSession } from '@/utils/practice/session';
import { z } from '@/utils/schema';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import { createTalk, type Readers } from '../suggest/talk';
import data from './bots.json';

export const SUPPORTERS = ['skilled', 'advising', 'interrogating', 'minimising', 'silent'] as const;
export type SupporterName = (typeof SUPPORTERS)[number];

/** Writes the supporter's next turn; `left` counts the turns that are left after it. */
export type Supporter = (session: PracticeSession, left: number) => string;

const lines = z.array(z.string());
const poorSchema = z.strictObject({
  when: z.array(z.strictObject({ match: z.string(), say: lines })),
  else: lines,
});
const bots = z
  .strictObject({
    about: z.string(),
    advising: poorSchema,
    interrogating: poorSchema,
    minimising: poorSchema,
    silent: poorSchema,
    skilled: z.record(z.string(), lines),
  })
  .parse(data);

/** The client's last turn in one text. */
const lastOf = (session: PracticeSession): string =>
  session.turns.findLast(({ side }) => side === 'client')?.messages.join(' ') ?? '';

/** A supporter who keeps to one fault, and says a thing twice only when all was said. */
function poorSupporter(name: Exclude<SupporterName, 'skilled'>, seed: number): Supporter {
  const { when, else: rest } = bots[name];
  const chance = new Chance(seed);
  let used = new Set<string>();
  const fresh = (from: readonly string[]): string | undefined =>
    chance.pick(from.filter((line) => !used.has(line)));
  return (session) => {
    const client = plainChat(lastOf(session));
    const fitting = when.filter(({ match }) => new RegExp(`\\b(?:${match})`, 'u').test(client));
    let line = (chance.happens(0.7) ? fresh(fitting.flatMap(({ say }) => say)) : undefined) ?? fresh(rest);
    if (line === undefined) {
      used = new Set();
      line = fresh(rest) ?? '';
    }
    used.add(line);
    return line;
  };
}

/** Says back, then asks, with the hints that the panel would show; asks plainly when words point at danger. */
function skilledSupporter(seed: number, readers: Readers): Supporter {
  const chance = new Chance(seed);
  const talk = createTalk(readers);
  const said: string[] = [];
  let seen = 0;
  let turns = 0;
  let safetyAsked = 0;
  const own = (pool: string): string => {
    const all = bots.skilled[pool] ?? [];
    return chance.pick(all.filter((line) => !said.includes(line))) ?? '';
  };
  /** "No, not that" has been answered; asking again only because a word came up again would be deaf. */
  const toAsk = (client: string): string => {
    const classes = new Set(findSafetyCues(client).map((cue) => cue.class));
    if (classes.size === 0 || safetyAsked >= 3) return '';
    const pool =
      safetyAsked > 0
        ? 'plan'
        : classes.has('suicide')
          ? 'safety'
          : classes.has('self-harm')
            ? 'harm'
            : 'home';
    return own(pool);
  };
  return (session, left) => {
    for (; seen < session.turns.length; seen += 1) {
      const turn = session.turns[seen];
      turn?.messages.forEach((text, i) => {
        talk.add({ id: `${String(turn.turn)}.${String(i)}`, side: turn.side, text });
      });
    }
    turns += 1;
    const client = lastOf(session);
    const moment = talk.moment();
    const { hints } = suggestOnDevice({ ...moment, safety: false, round: 0, recent: said });
    const hint = (kind: string): string => hints.find((one) => one.kind === kind)?.text ?? '';
    const reflects = (text: string): boolean =>
      codeMessage(text, { client }, readers.codeModel).some(({ code }) => code.endsWith('reflection'));
    const parts: string[] = [];
    const empathy = hint('empathise');
    parts.push(empathy !== '' && !empathy.includes('?') ? empathy : own('reflections'));
    if (!parts.some(reflects) && chance.happens(0.5)) parts.unshift(own('reflections'));
    const asks = toAsk(client);
    if (left === 0) parts.push(own('goodbye'));
    else if (asks !== '') {
      safetyAsked += 1;
      parts.push(asks);
    } else if (turns % 2 === 1) parts.push(hint('explore') !== '' ? hint('explore') : own('questions'));
    else if (chance.happens(0.5))
      parts.push(own(chance.pick(['affirmations', 'normalising', 'autonomy']) ?? ''));
    const text = parts.filter((part) => part !== '').join(' ');
    said.push(...parts.filter((part) => part !== ''));
    return text === '' ? own('questions') : text;
  };
}

export function createSupporter(name: SupporterName, seed: number, readers: Readers): Supporter {
  return name === 'skilled' ? skilledSupporter(seed, readers) : poorSupporter(name, seed);
}
