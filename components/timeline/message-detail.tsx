import { CATEGORIES, type Reading } from '@/utils/analysis/reading';
import type { TimelinePoint } from '@/utils/messaging/view';
import { CloseIcon } from '../common/icons';
import { markedPieces } from './marked-text';
import { isKnown, LABEL_WORDS, TONE_WORDS, readingWords } from './words';

/** Who gives a second reading. */
const SOURCE_WORDS = { endpoint: 'The language model', builtin: 'The browser\u2019s own model' } as const;

interface Props {
  point: TimelinePoint;
  onCorrect(label: string | null): void;
  onClose(): void;
}

/** One message and what its reading rests on, with a way to say otherwise. */
export function MessageDetail({ point, onCorrect, onClose }: Props) {
  const { reading, corrected } = point;
  const pieces = markedPieces(point.excerpt, reading?.evidence ?? []);
  const against = pieces.some((piece) => piece.mark === 'against');
  const marked = pieces.some((piece) => piece.mark !== 'none');
  return (
    <section className="detail" aria-label={`Message ${String(point.n)}`}>
      <div className="detail-head">
        <h3 className="note">
          Message {point.n}
          {point.at !== undefined && <span className="soft"> · {clockTime(point.at)}</span>}
        </h3>
        <button type="button" className="button-icon" aria-label="Close this message" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      <blockquote className="detail-text">
        {point.excerpt === '' ? (
          <span className="soft">(no words)</span>
        ) : (
          pieces.map((piece, index) =>
            piece.mark === 'none' ? (
              piece.text
            ) : (
              <mark key={index} className={`evidence evidence-${piece.mark}`}>
                {piece.text}
              </mark>
            ),
          )
        )}
      </blockquote>
      {reading === null ? (
        <p className="note soft">There is no reading of this message.</p>
      ) : (
        <>
          <p className="note">
            {corrected === true ? 'You call it' : 'Reads as'} <strong>{readingWords(reading)}</strong>
            {reading.tone !== undefined && `, with ${TONE_WORDS[reading.tone]}`}
            {reading.closing === true && ', closing words'}.
          </p>
          {marked && (
            <p className="small soft">
              Underlined: the words it rests on{against && '; dotted: words that speak against it'}.
            </p>
          )}
          {point.second !== undefined && (
            <p className="note">
              {SOURCE_WORDS[point.second.source]} reads it as{' '}
              <strong>{LABEL_WORDS[point.second.label]}</strong>
              {point.second.evidence && (
                <>
                  , by <q>{point.second.evidence.text}</q>
                </>
              )}
              . A second opinion; it changes nothing here.
            </p>
          )}
          <Bars reading={reading} />
          <p className="small soft">
            A reading of the words, not of the person.
            {isKnown(reading) && corrected !== true && ` ${confidenceSentence(reading.confidence)}`}
          </p>
          <Correction reading={reading} corrected={corrected === true} onCorrect={onCorrect} />
        </>
      )}
    </section>
  );
}

interface CorrectionProps {
  reading: Reading;
  corrected: boolean;
  onCorrect(label: string | null): void;
}

/** A person's own label wins over the reading, until they take it back. */
function Correction({ reading, corrected, onCorrect }: CorrectionProps) {
  const { label } = reading;
  return (
    <label className="correct note">
      <span>I would call it</span>
      <select
        className="select"
        value={label}
        onChange={(event) => {
          onCorrect(event.target.value === '' ? null : event.target.value);
        }}
      >
        {(label === 'mixed' || label === 'unclear') && <option value={label}>{LABEL_WORDS[label]}</option>}
        {CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {LABEL_WORDS[category]}
          </option>
        ))}
        {corrected && <option value="">As Sidelight read it</option>}
      </select>
    </label>
  );
}

function Bars({ reading }: { reading: Reading }) {
  return (
    <ul className="bars" aria-label="How likely each is">
      {CATEGORIES.map((category) => {
        const percent = Math.round(reading.emotions[category] * 100);
        return (
          <li key={category} className="bar-row small">
            <span>{LABEL_WORDS[category]}</span>
            <span className="bar" aria-hidden="true">
              <i className={`colour-${category}`} style={{ width: `${String(percent)}%` }} />
            </span>
            <span className="bar-number">{percent} %</span>
          </li>
        );
      })}
    </ul>
  );
}

/** How often readings as sure as this one are right, in tenths: finer would promise too much. */
export function confidenceSentence(confidence: number): string {
  const tenths = Math.round(confidence * 10);
  if (tenths <= 0) return 'Readings like this one are rarely right.';
  if (tenths >= 10) return 'Readings like this one are nearly always right.';
  return `Readings like this one are right about ${String(tenths)} times in 10.`;
}

function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
