import { useId } from 'react';
import type { View } from '@/utils/messaging/view';
import { HINT_MODES, HINT_STYLES, type Wording } from '@/utils/suggestions/wording';
import { usePanelActions } from './panel-context';

const MODE_WORDS: Record<Wording['mode'], string> = {
  always: 'always',
  'on-request': 'when I ask',
  'after-draft': 'after I\u2019ve drafted',
};

const STYLE_WORDS: Record<Wording['style'], string> = {
  sentences: 'as sentences',
  ideas: 'as ideas only',
};

/** When suggestions show, and in what form. Holds for every conversation until it is changed. */
export function WordingOptions({ view: { tabId, wording } }: { view: View }) {
  const { send } = usePanelActions();
  const id = useId();
  const choose = (change: Partial<Wording>): void => {
    send({ kind: 'wording', tabId, wording: { ...wording, ...change } });
  };
  return (
    <div className="wording-options small soft">
      <label htmlFor={`${id}-mode`}>Show</label>
      <select
        id={`${id}-mode`}
        className="select"
        value={wording.mode}
        onChange={({ target }) => {
          const mode = HINT_MODES.find((known) => known === target.value);
          if (mode) choose({ mode });
        }}
      >
        {HINT_MODES.map((mode) => (
          <option key={mode} value={mode}>
            {MODE_WORDS[mode]}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label="Form of the suggestions"
        value={wording.style}
        onChange={({ target }) => {
          const style = HINT_STYLES.find((known) => known === target.value);
          if (style) choose({ style });
        }}
      >
        {HINT_STYLES.map((style) => (
          <option key={style} value={style}>
            {STYLE_WORDS[style]}
          </option>
        ))}
      </select>
    </div>
  );
}
