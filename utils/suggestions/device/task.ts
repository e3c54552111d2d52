import { trimClause } from './trim-clause';
import { sayBack, type Voice } from './turn';
import { gerundOf, verbForm } from './verbs';
import type { Word } from './words';

/** What somebody asks how, or whether, to do. */
export interface Task {
  /** "tell your parents". */
  base: string;
  /** "telling your parents". */
  doing: string;
  whether: boolean;
}

const HOW =
  /\bhow (?:do|can|should|could|would|to|am)(?: i| we)?(?: even| just| ever| supposed to| meant to)? (?<task>.+)$/u;
const WHETHER =
  /(?<!\b(?:what|who|where|why|how|when) )\b(?:should i|whether (?:i should|to)|if i should)(?: just)? (?<task>.+)$/u;
const LONGEST_TASK = 11;

/** The task in a clause of plain words such as "how do i tell my parents"; null when it names none. */
export function readTask(asked: string, voice: Voice): Task | null {
  const how = HOW.exec(asked)?.groups?.task;
  const whether = how === undefined ? WHETHER.exec(asked)?.groups?.task : undefined;
  const task = how ?? whether;
  if (task === undefined || /\b(?:you|your)\b/u.test(task)) return null;
  const words = trimClause(task.split(' ').map((w): Word => ({ w, start: 0, end: 0 })));
  const verb = words[0]?.w ?? '';
  const tooShort = words.length === 1 && verb !== 'cope';
  if (tooShort || words.length > LONGEST_TASK || verbForm(verb)?.bare !== true || verb === 'feel')
    return null;
  const base = sayBack(words, voice);
  const rest = base.split(' ').slice(1).join(' ');
  return {
    base,
    doing: / or /u.test(base) || /^\S+ing\b/u.test(rest) ? '' : `${gerundOf(verb)} ${rest}`.trim(),
    whether: how === undefined,
  };
}
