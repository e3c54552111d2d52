import { useState } from 'react';

const ANSWERS = {
  light: 'Good. Take a minute anyway before the next one.',
  'some weight': 'Some of it may stay with you for a while. A short walk or a word with a colleague helps.',
  heavy:
    'Thank you for carrying that with them. Please don\u2019t carry it on alone: tell someone on your team today, and take a proper pause before you take another chat.',
} as const;
type Load = keyof typeof ANSWERS;

/** How heavy the chat was for the supporter. The answer is not kept. */
export function LoadCheck() {
  const [load, setLoad] = useState<Load | null>(null);
  return (
    <fieldset className="load-check">
      <legend className="note">How heavy was this for you?</legend>
      <div className="row">
        {(Object.keys(ANSWERS) as Load[]).map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={load === name}
            onClick={() => {
              setLoad(name);
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <p role="status" className="note">
        {load !== null && ANSWERS[load]}
      </p>
    </fieldset>
  );
}
