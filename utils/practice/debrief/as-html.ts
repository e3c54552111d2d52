import type { SessionRecord } from '../record';
import type { ArcPoint } from './arc';
import { FELT_SIDES, dotsOf } from './felt';
import { facts } from './facts';
import { ratioWords, shareWords, tellingWords } from './figure-words';
import type { LookBack } from './look-back';
import type { Lesson } from './make-debrief';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML: nothing in it can become a tag. */
export const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? '');

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;color:#1d2a2f;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.6rem 0 .4rem;border-bottom:1px solid #ddd}
.s{color:#566569;font-size:.85rem}.c,.m{margin:.5rem 0;padding:.4rem .7rem;border-radius:.6rem;white-space:pre-wrap}
.c{background:#eef1f0;margin-right:15%}.m{background:#e4f1ef;margin-left:15%}
.n{margin:.2rem 0 .2rem 15%;padding-left:.7rem;border-left:3px solid #8f4e00}.g{border-color:#1f8a5f}i{color:#0f6e6e}
table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{border-bottom:1px solid #ddd;padding:.25rem .4rem;text-align:left;font-weight:400}
thead th{color:#566569}`;

const list = (items: readonly string[], none: string): string =>
  items.length === 0
    ? `<p class="s">${escaped(none)}</p>`
    : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const [WIDTH, HEIGHT] = [640, 140];

/** Mood felt and read, drawn as lines. */
function arcPicture(arc: readonly ArcPoint[]): string {
  const x = (i: number): number => (arc.length < 2 ? WIDTH / 2 : 10 + (i * (WIDTH - 20)) / (arc.length - 1));
  const y = (value: number): number => (HEIGHT * (1 - value)) / 2;
  const line = (values: readonly (number | null)[]): string =>
    values
      .flatMap((value, i) => (value === null ? [] : [`${x(i).toFixed(1)},${y(value).toFixed(1)}`]))
      .join(' ');
  return `<svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="Mood over the turns; the table below has the same numbers"><line x1="0" x2="${String(WIDTH)}" y1="${String(HEIGHT / 2)}" y2="${String(HEIGHT / 2)}" stroke="#ddd"/><polyline fill="none" stroke="#4f7cac" stroke-width="2.5" points="${line(arc.map(({ valence }) => valence))}"/><polyline fill="none" stroke="#566569" stroke-width="1.5" stroke-dasharray="5 4" points="${line(arc.map(({ read }) => read?.valence ?? null))}"/></svg><p class="s">Line: how the made-up client felt, pleasant above. Dashed: what their words alone suggested.</p>`;
}

const lesson = ({ text, turn, words }: Lesson): string =>
  `<p>${escaped(text)}</p>${words === undefined ? '' : `<p class="s">${turn === undefined ? '' : `Turn ${String(turn)}: `}“${escaped(words)}”</p>`}`;

function transcript({ session, scenario }: SessionRecord, { feedback, debrief }: LookBack): string {
  return session.turns
    .map((turn, i) => {
      const words = escaped(turn.messages.join('\n'));
      if (turn.side === 'client') {
        const told = debrief.transcript[i]?.told;
        const who = turn.outOfRole ? 'out of role' : scenario.person.name;
        return `<div class="c"><span class="s">${String(turn.turn)} · ${escaped(who)}</span>\n${words}${told === undefined ? '' : `\n<span class="s">told you ${escaped(told)}</span>`}</div>`;
      }
      const said = feedback.get(turn.turn);
      const notes = said
        ? [
            `<div class="n s">${escaped(said.goal)}</div>`,
            ...said.worked.map((one) => `<div class="n g">${escaped(one)}</div>`),
            ...said.marks.map(
              ({ name, why, direction }) =>
                `<div class="n"><b>${escaped(name)}</b> ${escaped(why)} ${escaped(direction ?? '')}</div>`,
            ),
            ...(said.alternative === null
              ? []
              : [`<div class="n"><i>“${escaped(said.alternative)}”</i></div>`]),
          ].join('')
        : '';
      return `<div class="m"><span class="s">${String(turn.turn)} · you</span>\n${words}</div>${notes}`;
    })
    .join('\n');
}

/** The debrief as one file that needs nothing else: no script, nothing from anywhere. Pure. */
export function asHtml(record: SessionRecord, seen: LookBack): string {
  const { scenario } = record;
  const { name } = scenario.person;
  const { debrief, arc, telling } = seen;
  const { figures, cues } = debrief;
  const closed = debrief.untold.filter(({ weight }) => weight !== 'surface').map((one) => one.name);
  const number = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(2));
  const parts = [
    `<h1>Practice: ${escaped(scenario.title)}</h1>`,
    `<p class="s">${escaped(facts(record).join(' · '))} · a made-up person</p>`,
    `<p>${escaped(seen.lead)}</p>`,
    `<h2>Keep</h2>${lesson(debrief.keep)}<h2>Try next</h2>${lesson(debrief.tryNext)}`,
    seen.harms.length === 0
      ? ''
      : `<h2>To look at first</h2>${list(
          seen.harms.map(
            ({ text, turn, words }) =>
              `${text}${words === undefined ? '' : ` (turn ${String(turn ?? '')}: “${words}”)`}`,
          ),
          '',
        )}`,
    `<h2>How ${escaped(name)} felt, and what was read</h2>${arcPicture(arc)}`,
    table(
      ['Turn', 'They wrote', 'Mood felt', 'Mood read', 'Agitation felt', 'Agitation read', 'Trust'],
      arc.map((one) => [
        String(one.turn),
        one.excerpt,
        number(one.valence),
        number(one.read?.valence),
        number(one.arousal),
        number(one.read?.arousal),
        number(one.trust),
      ]),
    ),
    `<h2>Turns that changed it</h2>${list(
      seen.points.map(
        ({ turn, change, why, words }) =>
          `${change > 0 ? 'Trust grew' : 'Trust went back'} after turn ${String(turn)}: you ${why}. “${words}”`,
      ),
      'None stood out.',
    )}`,
    `<h2>Balance</h2>${table(
      ['Figure', 'Here', 'What trainers go by'],
      [
        ['Reflections to questions', ratioWords(figures), 'fair 1 : 1, good 2 : 1'],
        ['Open questions', shareWords(figures.openQuestions, figures.questions), ''],
        [
          'Complex reflections',
          shareWords(figures.complexReflections, figures.reflections),
          'fair 40 %, good 50 %',
        ],
        ['Advice, persuading, arguing', String(figures.nonAdherent), ''],
        ['Advice before it was asked for', String(telling.early.length), ''],
      ],
    )}<p>${escaped(tellingWords(telling))}</p>`,
    `<h2>How it felt for ${escaped(name)}</h2>${table(
      ['', 'of 5'],
      FELT_SIDES.map(({ name: side, of }) => [side, String(dotsOf(of(debrief.felt)))]),
    )}<p>${escaped(debrief.feltWords.join(' '))}</p>`,
    `<h2>What ${escaped(name)} let show</h2><p class="s">Taken up</p>${list([...new Set(cues.answered.map(({ words }) => `“${words}”`))], 'Nothing that we noticed.')}<p class="s">Left standing</p>${list([...new Set(cues.missed.map(({ words }) => `“${words}”`))], 'Nothing heavy.')}<p class="s">Stayed closed</p>${list(closed, 'Nothing.')}`,
    `<h2>What showed of your skills</h2>${table(
      ['Skill', 'Level, 1 to 4', ''],
      seen.competences.map(({ competence, level, words }) => [
        competence.name,
        level === null ? '–' : String(level),
        words,
      ]),
    )}`,
    `<h2>Turn by turn</h2>${transcript(record, seen)}`,
    `<h2>For you</h2><p>${escaped(scenario.aftercare)}</p>`,
    `<p class="s">About one talk with a made-up person, read by a program that errs. For you to think with; it is no grade.</p>`,
  ];
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Practice: ${escaped(scenario.title)}</title><style>${STYLE}</style></head><body>\n${parts.join('\n')}\n</body></html>\n`;
}
