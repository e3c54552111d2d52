import type { SavedScenario } from '@/utils/storage/scenario-store';

/** Why a scenario was not stored, and what helps. */
export const NOT_SAVED: Record<Extract<SavedScenario, { ok: false }>['reason'], string> = {
  'built-in': 'A scenario that comes with Sidelight has this id. Give yours another one.',
  'too-many': 'There are as many own scenarios as can be kept. Export and delete one first.',
  'too-long': 'It is too long to be kept. Shorten its lines.',
  full: 'The browser’s storage is full. Delete old practices under Growth, and try again.',
};
