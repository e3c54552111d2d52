/** Day, month and year in the order in which a date is written. */
type Order = 'dmy' | 'mdy' | 'ymd';
interface Day {
  year: number;
  month: number;
  day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ORDERS: readonly Order[] = ['dmy', 'mdy', 'ymd'];

/** When something was said, as it is written; either may be missing. */
export interface Written {
  date?: string | undefined;
  time?: string | undefined;
}

/**
 * The moments of a transcript in epoch milliseconds, in this computer's time zone. Whether 3/4 is in March or
 * April is told from all dates together: what no calendar has, or what would run backwards, is ruled out. While
 * two meanings are left there are no times at all, rather than wrong ones.
 */
export function momentsOf(written: readonly Written[]): (number | undefined)[] {
  const order = orderOf(written.flatMap(({ date }) => date ?? []));
  return written.map(({ date, time }) => {
    const day = date === undefined || order === null ? null : dayOf(date, order);
    const clock = time === undefined ? null : clockOf(time);
    if (!day || !clock) return undefined;
    const at = new Date(day.year, day.month - 1, day.day, clock.hour, clock.minute, clock.second).getTime();
    return at >= 0 ? at : undefined;
  });
}

function orderOf(dates: readonly string[]): Order | null {
  const distinct = [...new Set(dates)];
  const possible = ORDERS.filter((order) => distinct.every((date) => dayOf(date, order) !== null));
  const steady = possible.filter((order) => isSteady(dates, order));
  const left = steady.length > 0 ? steady : possible;
  const [first] = left;
  if (first === undefined) return null;
  const isOne = distinct.every((date) => {
    const day = numberOf(dayOf(date, first));
    return left.every((other) => numberOf(dayOf(date, other)) === day);
  });
  return isOne ? first : null;
}

/** Whether time never runs backwards when dates are read in this order. */
function isSteady(dates: readonly string[], order: Order): boolean {
  const days = dates.map((date) => numberOf(dayOf(date, order)));
  return days.every((day, i) => day >= (days[i - 1] ?? 0));
}

function numberOf(day: Day | null): number {
  return day === null ? 0 : day.year * 10_000 + day.month * 100 + day.day;
}

/** The day that a date means in this order, or null when it is none. Dates with a month in words mean one. */
function dayOf(date: string, order: Order): Day | null {
  const word = /\p{L}+/u.exec(date)?.[0];
  const numbers = date.match(/\d+/g) ?? [];
  if (word !== undefined) {
    const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    return toDay(numbers[1], String(month), numbers[0]);
  }
  const [a = '', b = '', c = ''] = numbers;
  if (a.length === 4) return order === 'ymd' ? toDay(a, b, c) : null;
  if (order === 'ymd' || a.length > 2) return null;
  // Where dates are written with dots, the day comes first.
  if (date.includes('.') && order !== 'dmy') return null;
  return order === 'dmy' ? toDay(c, b, a) : toDay(c, a, b);
}

function toDay(yearText = '', monthText = '', dayText = ''): Day | null {
  if (yearText.length !== 2 && yearText.length !== 4) return null;
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  const month = Number(monthText);
  const day = Number(dayText);
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  return day <= new Date(year, month, 0).getDate() ? { year, month, day } : null;
}

function clockOf(time: string): { hour: number; minute: number; second: number } | null {
  const [given = NaN, minute = NaN, second = 0] = (time.match(/\d+/g) ?? []).map(Number);
  const half = /[ap]/i.exec(time)?.[0].toLowerCase();
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const hour = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0);
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second } : null;
}
