import { useEffect, useState } from 'react';
import type { FlagId } from '@/utils/coaching/draft-rule';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { Tick } from './field';
import type { SettingsApi } from './settings-api';

/** The remarks about drafts, each with its switch. */
export function DraftFlagsCard({ api }: { api: Pick<SettingsApi, 'loadFlagsOff' | 'saveFlagsOff'> }) {
  const [off, setOff] = useState<readonly FlagId[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let current = true;
    api.loadFlagsOff().then(
      (flags) => {
        if (current) setOff(flags);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api]);

  function change(id: FlagId, isOn: boolean): void {
    const before = off;
    const next = isOn ? before.filter((other) => other !== id) : [...before, id];
    setOff(next);
    setFailed(false);
    api.saveFlagsOff(next).catch(() => {
      setOff(before);
      setFailed(true);
    });
  }

  return (
    <section className="card" aria-labelledby="flags-title">
      <div className="card-head">
        <h2 id="flags-title" className="card-title">
          Remarks about your draft
        </h2>
      </div>
      <p className="soft">
        While you write, Sidelight may remark on at most two things that experts mark in peer support. Your
        draft is read on this computer only. Switch off what does not help you.
      </p>
      <div className="settings-form">
        {DRAFT_RULES.rules.map(({ id, name, about }) => (
          <Tick
            key={id}
            label={name}
            help={about}
            checked={!off.includes(id)}
            onChange={(isOn) => {
              change(id, isOn);
            }}
          />
        ))}
      </div>
      <p role="status">{failed && 'The browser would not keep it. Please try again.'}</p>
    </section>
  );
}
