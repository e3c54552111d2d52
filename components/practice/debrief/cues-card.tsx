import type { CueNote, Debrief } from '@/utils/practice/debrief/make-debrief';

/** What the client let show, and what of the heavy things they told. */
export function CuesCard({ debrief: { cues, told, untold }, name }: { debrief: Debrief; name: string }) {
  const closed = untold.filter(({ weight }) => weight !== 'surface');
  return (
    <section className="card debrief-card" aria-labelledby="cues-title">
      <h2 className="card-title" id="cues-title">
        What {name} let show
      </h2>
      <Quotes title="Taken up" notes={cues.answered} none="Nothing that we noticed." />
      <Quotes title="Left standing" notes={cues.missed} none="Nothing heavy." />
      <h3>Told you</h3>
      {told.length === 0 ? (
        <p className="note soft">Nothing yet of what lies behind it.</p>
      ) : (
        <ul className="told note">
          {told.map(({ id, name: words, turn }) => (
            <li key={id}>
              {words} <span className="small soft">(turn {turn})</span>
            </li>
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <>
          <h3>Stayed closed this time</h3>
          <ul className="told note">
            {closed.map(({ id, name: words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Quotes({ title, notes, none }: { title: string; notes: readonly CueNote[]; none: string }) {
  // The same words twice say nothing new.
  const words = [...new Set(notes.map((note) => note.words))];
  return (
    <>
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p className="note soft">{none}</p>
      ) : (
        <ul className="quotes note">
          {words.map((one) => (
            <li key={one}>“{one}”</li>
          ))}
        </ul>
      )}
    </>
  );
}
