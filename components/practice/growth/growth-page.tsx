// The shared styles come first, so that the page's own can refine them.
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/controls.css';
import '../debrief/debrief.css';
import './growth.css';
import { useEffect, useState } from 'react';
import type { CompetenceBook } from '@/utils/competences/competence';
import type { SessionSkills } from '@/utils/practice/growth/growth';
import type { SessionRecord } from '@/utils/practice/record';
import type { Scenario } from '@/utils/practice/scenario';
import type { DamagedSession } from '@/utils/storage/practice-store';
import type { LookBackApi } from '../look-back-api';
import { readSkills } from '../read-skills';
import { GrowthView } from './growth-view';

interface Props {
  api: LookBackApi;
  scenarios: () => Promise<readonly Scenario[]>;
}

interface Found {
  records: readonly SessionRecord[];
  damaged: readonly DamagedSession[];
  skills: readonly SessionSkills[];
  scenarios: readonly Scenario[];
  competences: CompetenceBook | undefined;
}

/** Skills over all sessions that are kept on this device. */
export function GrowthPage({ api, scenarios }: Props) {
  const [found, setFound] = useState<Found | 'loading' | 'failed'>('loading');
  const [life, setLife] = useState(0);
  useEffect(() => {
    let current = true;
    const open = async (): Promise<void> => {
      const [{ records, damaged }, tools, known] = await Promise.all([
        api.loadAll(),
        api.tools(),
        scenarios(),
      ]);
      const skills = await readSkills(records, tools, () => current);
      if (skills) setFound({ records, damaged, skills, scenarios: known, competences: tools.competences });
    };
    open().catch(() => {
      if (current) setFound('failed');
    });
    return () => {
      current = false;
    };
  }, [api, scenarios, life]);

  const again = (): void => {
    setLife((before) => before + 1);
  };
  if (found === 'loading') {
    return (
      <main className="debrief-plain">
        <p role="status" className="soft">
          Reading your practice again …
        </p>
      </main>
    );
  }
  if (found === 'failed') {
    return (
      <main className="debrief-plain">
        <h1>Your practice could not be read</h1>
        <p role="alert">Nothing was changed. Please try again.</p>
        <button type="button" className="button" onClick={again}>
          Try again
        </button>
      </main>
    );
  }
  return (
    <GrowthView
      {...found}
      now={api.now()}
      onDiscard={async (id) => {
        await api.discard(id);
        again();
      }}
      onDeleteAll={async () => {
        await api.deleteAll();
        again();
      }}
    />
  );
}
