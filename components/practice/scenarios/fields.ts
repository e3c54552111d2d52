import { IDIOMS } from '@/utils/practice/idiom';

/** A field of the form, by its path in the scenario. */
export interface FormField {
  path: string;
  label: string;
  kind: 'text' | 'long' | 'lines' | 'number' | 'choice';
  help?: string;
  step?: number;
  options?: readonly string[];
}

/** The main fields; everything else stands in the data. */
export const FORM_FIELDS: readonly FormField[] = [
  { path: 'title', label: 'Title', kind: 'text' },
  { path: 'id', label: 'Id', kind: 'text', help: 'Lower-case letters, digits and hyphens.' },
  { path: 'theme', label: 'Theme', kind: 'text' },
  { path: 'level', label: 'Difficulty, 1 to 3', kind: 'number', step: 1 },
  { path: 'about', label: 'What the supporter knows before it starts', kind: 'long' },
  { path: 'person.name', label: 'Name', kind: 'text' },
  { path: 'person.age', label: 'Age', kind: 'number', step: 1 },
  { path: 'person.pronouns', label: 'Pronouns', kind: 'text' },
  { path: 'person.place', label: 'Where they live', kind: 'text' },
  { path: 'person.idiom', label: 'Their English', kind: 'choice', options: IDIOMS },
  { path: 'person.background', label: 'Background', kind: 'long' },
  { path: 'goals', label: 'Goals for the supporter, one a line', kind: 'lines' },
  { path: 'contentNote', label: 'Content note, for heavy ones', kind: 'long', help: 'Empty for none.' },
  { path: 'aftercare', label: 'Aftercare note', kind: 'long' },
  { path: 'start.trust', label: 'Trust at the start, 0 to 1', kind: 'number', step: 0.05 },
  { path: 'start.valence', label: 'Mood at the start, −1 to 0', kind: 'number', step: 0.05 },
  { path: 'start.arousal', label: 'Agitation at the start, −1 to 1', kind: 'number', step: 0.05 },
  { path: 'opening', label: 'Opening lines, one a line; “ / ” parts messages', kind: 'lines' },
];

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined where there is none. */
export function valueAt(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isData(at) ? at[key] : undefined), data);
}

/** The data with another value at a path; an undefined value takes the field out. */
export function withValue(data: unknown, path: string, value: unknown): Data {
  const [key = '', ...rest] = path.split('.');
  const own = isData(data) ? data : {};
  const next = rest.length === 0 ? value : withValue(own[key], rest.join('.'), value);
  if (next === undefined) return Object.fromEntries(Object.entries(own).filter(([name]) => name !== key));
  return { ...own, [key]: next };
}

/** What a field shows of a value. */
export function shownValue({ kind }: FormField, value: unknown): string {
  if (kind === 'lines') return Array.isArray(value) ? value.map(String).join('\n') : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The value that was typed into a field; what is no number is kept as it is, so that it can be said. */
export function typedValue({ kind, path }: FormField, typed: string): unknown {
  if (kind === 'lines') return typed.split('\n').filter((one) => one.trim() !== '');
  if (kind === 'number') return typed.trim() === '' || Number.isNaN(Number(typed)) ? typed : Number(typed);
  return path === 'contentNote' && typed.trim() === '' ? undefined : typed;
}
