import { useState } from 'react';
import type { View } from '@/utils/messaging/view';
import { usePanelActions } from '../live/panel-context';
import './sides.css';

/** One question about the names in a conversation whose page does not say whose they are. It is asked once. */
export function WhoCard({ view }: { view: View }) {
  const { send } = usePanelActions();
  const [remember, setRemember] = useState(false);
  const { whoQuestion, conversation } = view;
  if (whoQuestion === undefined || conversation === undefined || view.state !== 'reading') return null;
  const { about, names } = whoQuestion;
  const answer = (name: string | null) => {
    const keep = remember && about === 'me' && name !== null;
    send({
      kind: 'who-is-who',
      tabId: view.tabId,
      key: conversation.key,
      about,
      name,
      ...(keep && { remember: true }),
    });
  };
  return (
    <section className="card who-card" aria-labelledby="who-title">
      <h2 className="card-title" id="who-title">
        {about === 'me' ? 'Which of these is you?' : 'Whom do you support here?'}
      </h2>
      <p className="soft">
        {about === 'me'
          ? 'This page doesn\u2019t say which messages are yours. Your answer is forgotten when the tab closes, unless you tick the box.'
          : 'Several people write here. Only the one you choose is read as your client.'}
      </p>
      <div className="who-names">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            className="button"
            onClick={() => {
              answer(name);
            }}
          >
            {name}
          </button>
        ))}
      </div>
      {about === 'me' && view.pasted !== true && (
        <label className="who-remember">
          <input
            type="checkbox"
            checked={remember}
            onChange={({ target }) => {
              setRemember(target.checked);
            }}
          />
          <span>Remember me on this site, on this computer</span>
        </label>
      )}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          answer(null);
        }}
      >
        None of these
      </button>
    </section>
  );
}

/** What the person said of names, with the way back. */
export function WhoLine({ view }: { view: View }) {
  const { send } = usePanelActions();
  const { who, conversation } = view;
  if (who === undefined || conversation === undefined) return null;
  const parts = [
    ...(typeof who.me === 'string' ? [`You are ${who.me}`] : []),
    ...(typeof who.client === 'string' ? [`your client is ${who.client}`] : []),
  ];
  return (
    <p className="small soft who-line">
      {capital(parts.join('; '))}.{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          send({ kind: 'forget-who', tabId: view.tabId, key: conversation.key });
        }}
      >
        Not so?
      </button>
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
