import type { Field } from '../adapter';
import { elementsIn } from '../deep';
import { looksLikeName } from './sort-blocks';
import { wayTo } from './way';
import { isWordLike, means } from './words';

const NO_ID =
  /^(?:class|style|href|src|srcset|alt|title|tabindex|dir|lang|role|type|d|for|name|slot|part|datetime|width|height|viewbox)$|^aria-|^on|index|^data-(?:row|pos|state|time|date|ts$|react|radix|v-|text|content|name|author|from|isodate)/;
/** Elements of a row looked at: its own, and what stands at its top. */
const MOST_ELEMENTS = 30;

/** An attribute of an element in a row, by a selector that finds that element again. */
interface Found {
  css: string | undefined;
  attr: string;
  values: (string | null)[];
}

/** The attribute that names each message, if the page has one: another one for each row, and no mere number. */
export function idField(rows: readonly Element[]): Field[] {
  const found = attributesOf(rows, ({ name }) => !NO_ID.test(name)).filter(({ values }) => {
    const present = values.filter((value) => value !== null);
    return (
      present.length >= rows.length * 0.9 &&
      new Set(present).size === present.length &&
      present.every((value) => value.length <= 200 && /\d/.test(value) && !/\s/.test(value)) &&
      !present.every((value, n) => Number(value) === Number(present[0]) + n && Number(value) < 500)
    );
  });
  const best = found.sort((a, b) => worth(b.attr) - worth(a.attr))[0];
  return best ? [{ ...(best.css !== undefined && { css: best.css }), attr: best.attr }] : [];
}

function worth(attr: string): number {
  if (/^data-.*(?:id|key|ts)$|^data-m?id$/.test(attr)) return 3;
  return attr === 'id' ? 2 : 1;
}

type TimeField = Field & { unit: 'iso' | 'seconds' | 'milliseconds' };

/** The attribute that says when a message was written. */
export function timeField(rows: readonly Element[]): TimeField[] {
  const found = attributesOf(
    rows,
    ({ name }) => name === 'datetime' || name.startsWith('data-') || name === 'ts',
  );
  const timed = found.flatMap(({ css, attr, values }) => {
    const present = values.filter((value) => value !== null);
    const unit = unitOf(present);
    return unit !== null && present.length >= rows.length * 0.5
      ? [{ ...(css !== undefined && { css }), attr, unit, size: present.length }]
      : [];
  });
  const best = timed.sort((a, b) => b.size - a.size)[0];
  if (!best) return [];
  const { css, attr, unit } = best;
  return [{ ...(css !== undefined && { css }), attr, unit }];
}

function unitOf(values: readonly string[]): TimeField['unit'] | null {
  if (values.length === 0) return null;
  if (values.every((value) => /^\d{4}-\d\d-\d\dT/.test(value) && Number.isFinite(Date.parse(value))))
    return 'iso';
  const numbers = values.map(Number);
  if (numbers.every((n) => n > 1e12 && n < 4e12)) return 'milliseconds';
  return numbers.every((n) => n > 1e9 && n < 4e9) ? 'seconds' : null;
}

/** `data-bubble-name` names a kind of bubble, `data-file-name` a file: the name of a thing is no person's. */
function isKind(attribute: string): boolean {
  return /(?:^|-)(?:bubble|file|icon|type|kind|class|event|field|tag|image)-name$/.test(attribute);
}

/** The attribute that names the author, where no text in the row does. */
export function authorField(rows: readonly Element[]): Field[] {
  const found = attributesOf(
    rows,
    ({ name, value }) =>
      means(name, 'author') && looksLikeName(value) && !/\d{3}/.test(value) && !isKind(name),
  );
  const best = found
    .map((one) => ({ ...one, present: one.values.filter((value) => value !== null) }))
    .filter(
      ({ present }) => present.length >= 3 && new Set(present).size <= Math.max(2, present.length * 0.7),
    )
    .sort((a, b) => b.present.length - a.present.length)[0];
  return best ? [{ ...(best.css !== undefined && { css: best.css }), attr: best.attr }] : [];
}

function attributesOf(rows: readonly Element[], wants: (attribute: Attr) => boolean): Found[] {
  const found = new Map<string, Found>();
  rows.forEach((row, n) => {
    const elements = elementsIn(row, MOST_ELEMENTS);
    for (const element of elements) {
      for (const attribute of element.attributes) {
        const { name } = attribute;
        if (!/^[a-z][a-z0-9-]*$/.test(name) || !wants(attribute)) continue;
        const css =
          element === row
            ? undefined
            : wayTo(element, row) +
              (name.startsWith('data-') && isWordLike(name.slice(5))
                ? `[${name}]`
                : `${element.localName}[${name}]`);
        const key = `${css ?? ''} ${name}`;
        const one = found.get(key) ?? { css, attr: name, values: rows.map(() => null) };
        if ((one.values[n] ?? null) === null) one.values[n] = attribute.value;
        found.set(key, one);
      }
    }
  });
  return [...found.values()];
}
