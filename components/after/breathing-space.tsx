import { useState } from 'react';

/** A slow circle to breathe with: in for four seconds, out for six. Without motion, the words alone. */
export function BreathingSpace() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="breathing">
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {isOpen ? 'Enough' : 'A breathing space'}
      </button>
      {isOpen && (
        <>
          <div className="breathing-circle" aria-hidden="true" />
          <p className="note soft">
            In while it grows, four seconds. Out while it shrinks, six. A few times is enough.
          </p>
        </>
      )}
    </div>
  );
}
