import type { Telling } from '@/utils/practice/debrief/look-back';
import { type Figures, isFew } from '@/utils/practice/debrief/figures';
import { countOf, ratioWords, shareWords, tellingWords } from '@/utils/practice/debrief/figure-words';

interface MeterProps {
  name: string;
  shown: string;
  /** 0 to 1 of the track; null where there is nothing to measure. */
  value: number | null;
  marks?: readonly number[];
  note?: string;
}

/** Ratio at the right end of the track. */
const RATIO_END = 2.5;

/** Counts and ratios after MITI 4.2.1, with where others would call them fair and good. */
export function FiguresCard({ figures, told }: { figures: Figures; told: Telling }) {
  const { reflectionsToQuestions, openShare, complexShare, reflections, questions } = figures;
  const ratio = isFew(reflections + questions)
    ? null
    : Math.min(1, (reflectionsToQuestions ?? RATIO_END) / RATIO_END);
  return (
    <section className="card debrief-card" aria-labelledby="figures-title">
      <h2 className="card-title" id="figures-title">
        Balance
      </h2>
      <Meter
        name="Reflections to questions"
        shown={ratioWords(figures)}
        value={ratio}
        marks={[1 / RATIO_END, 2 / RATIO_END]}
        note="fair 1 : 1 · good 2 : 1"
      />
      <Meter
        name="Open questions"
        shown={shareWords(figures.openQuestions, questions)}
        value={isFew(questions) ? null : openShare}
      />
      <Meter
        name="Complex reflections"
        shown={shareWords(figures.complexReflections, reflections)}
        value={isFew(reflections) ? null : complexShare}
        marks={[0.4, 0.5]}
        note="fair 40 % · good 50 %"
      />
      <dl className="figure-counts">
        <div>
          <dt>Advice, persuading, arguing</dt>
          <dd>{figures.nonAdherent}</dd>
        </div>
        <div>
          <dt>Advice before it was asked for</dt>
          <dd>{told.early.length}</dd>
        </div>
      </dl>
      <p className="note figure-telling">{tellingWords(told)}</p>
      <p className="small soft">
        Counted in {countOf(figures.turns, 'turn')}. Fair and good are what trainers go by (MITI 4.2.1), and
        counted by a program that errs.
      </p>
    </section>
  );
}

function Meter({ name, shown, value, marks = [], note }: MeterProps) {
  const at = (share: number): string => `${String(Math.round(share * 1000) / 10)}%`;
  return (
    <div className="meter">
      <p className="meter-line note">
        <span>{name}</span>
        <b>{shown}</b>
      </p>
      <div className="meter-track" aria-hidden="true">
        {value !== null && <i style={{ width: at(Math.min(1, value)) }} />}
        {marks.map((mark) => (
          <u key={mark} style={{ left: at(mark) }} />
        ))}
      </div>
      {note !== undefined && <p className="small soft">{note}</p>}
    </div>
  );
}
