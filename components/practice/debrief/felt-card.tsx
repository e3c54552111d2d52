import type { Felt } from '@/utils/practice/client/client-state';
import { FELT_SIDES, dotsOf } from '@/utils/practice/debrief/felt';

/** How the talk felt for the client, from their state. */
export function FeltCard({ felt, words, name }: { felt: Felt; words: readonly string[]; name: string }) {
  return (
    <section className="card debrief-card" aria-labelledby="felt-title">
      <h2 className="card-title" id="felt-title">
        How it felt for {name}
      </h2>
      <FeltDots felt={felt} />
      <p className="note felt-words">{words.join(' ')}</p>
    </section>
  );
}

/** Four times five dots; all of them stand for what is good. */
export function FeltDots({ felt }: { felt: Felt }) {
  return (
    <dl className="felt">
      {FELT_SIDES.map(({ id, name, of }) => {
        const dots = dotsOf(of(felt));
        return (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              <span className="felt-dots" aria-hidden="true">
                {'●'.repeat(dots)}
                {'○'.repeat(5 - dots)}
              </span>
              <span className="unseen">{dots} of 5</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
