import type { Scenario } from '@/utils/practice/scenario';
import { bare } from '@/utils/practice/voice/line-picker';
import type { Readers } from '../suggest/talk';
import { summaryOf } from './print';
import { playSession } from './run';
import { SUPPORTERS, type SupporterName } from './supporters';

/** What one session against a scripted supporter came to. */
export interface Proof {
  scenario: string;
  supporter: SupporterName;
  seed: number;
  disclosed: number;
  importantTold: number;
  distress: number;
  trust: number;
  /** Share of the client's replies that close up. */
  resistance: number;
  solved: boolean;
  /** Messages of the client that were sent twice. */
  repeats: string[];
  score: number;
}

/** Plays one scenario against every scripted supporter with one seed. */
export function prove(scenario: Scenario, seed: number, readers: Readers): Proof[] {
  return SUPPORTERS.map((supporter) => {
    const session = playSession(scenario, supporter, seed, readers);
    const summary = summaryOf(scenario, session, supporter);
    const replies = session.turns.filter(({ side }) => side === 'client').length - 1;
    const seen = new Set<string>();
    const repeats: string[] = [];
    for (const { side, messages } of session.turns) {
      if (side !== 'client') continue;
      for (const message of messages) {
        if (seen.has(bare(message))) repeats.push(message);
        seen.add(bare(message));
      }
    }
    return {
      scenario: scenario.id,
      supporter,
      seed,
      disclosed: summary.disclosed.length,
      importantTold: summary.importantTold,
      distress: summary.distress,
      trust: summary.trust,
      resistance: summary.resistanceTurns / Math.max(1, replies),
      solved: summary.solved,
      repeats,
      score: summary.score,
    };
  });
}
