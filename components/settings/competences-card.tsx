import { useCallback } from 'react';
import { readCompetences } from '@/utils/competences/book';
import type { CompetenceBook } from '@/utils/competences/competence';
import { type FileRead, OrganisationFile } from './organisation-file';
import type { SettingsApi } from './settings-api';

type Api = Pick<SettingsApi, 'loadCompetences' | 'saveCompetences' | 'removeCompetences'>;

const namesOf = ({ competences }: CompetenceBook): string[] => competences.map(({ name }) => name);

function read(file: unknown): FileRead {
  const found = readCompetences(file);
  return found.ok ? { ok: true, content: file, names: namesOf(found.book) } : found;
}

/** An organisation's own competences for the look back on practice, from a file. */
export function CompetencesCard({ api }: { api: Api }) {
  const load = useCallback(
    () =>
      api.loadCompetences().then((file) => {
        const found = read(file);
        return found.ok ? found.names : [];
      }),
    [api],
  );
  return (
    <OrganisationFile
      title="Your organisation’s competences"
      about="The look back on practice goes by these, in four levels. An organisation can hand out a file with its own in their place."
      choose="Choose a file of competences"
      back="Back to the competences as they ship"
      isBack="The competences are as they ship again."
      chip={(names) => `your own: ${String(names.length)}`}
      inForce={(names) => `In force here: ${names.join(', ')}.`}
      preview={(names) => `This file looks at: ${names.join(', ')}. It takes the place of all that ship.`}
      taken="Taken over. It holds from the next look back on."
      load={load}
      read={read}
      save={(file) => api.saveCompetences(file)}
      remove={() => api.removeCompetences()}
    />
  );
}
