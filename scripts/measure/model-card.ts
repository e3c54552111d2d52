import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import type { Weights } from '@/utils/analysis/emotion/weights';
import { loadEmotionWeights } from './load-emotion';
import type { Measured } from './parts';
import { figureTable } from './table';

const CARD = 'docs/model-card.md';
/** The parts of the measurement that the card shows: those that rest on weights. */
export const CARD_PARTS: readonly string[] = ['emotion', 'affect', 'chat', 'codes', 'themes', 'fit'];
const TEMPLATE = 'scripts/measure/model-card.template.md';
const MODELS = 'public/models';

/** Size and fingerprint of each weights file, so that the card names the weights that it speaks of. */
function weightsTable(root: string): string {
  const rows = readdirSync(path.join(root, MODELS))
    .filter((name) => name.endsWith('.bin'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(root, MODELS, name));
      const size = (gzipSync(bytes, { level: 9 }).length / 1000).toFixed(0);
      return `| ${name} | ${size} kB | ${createHash('sha256').update(bytes).digest('hex')} |`;
    });
  return ['| file | gzip | SHA-256 |', '| --- | --- | --- |', ...rows].join('\n');
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function devCoverage({ coverage }: Weights['certainty']): string {
  const rows = coverage.map(
    (point) => `| ${percent(point.coverage)} | ${percent(point.accuracy)} | ${point.confidence.toFixed(2)} |`,
  );
  return ['| surest | right | confidence from |', '| --- | --- | --- |', ...rows].join('\n');
}

/**
 * Writes `docs/model-card.md` about the weights in the repository from figures that were just measured.
 * @throws Error when one of `CARD_PARTS` was not measured: a card with gaps would look like one without
 */
export async function writeModelCard(root: string, measured: Measured): Promise<void> {
  const sections = measured.sections.filter(({ part }) => CARD_PARTS.includes(part));
  const missing = CARD_PARTS.filter((name) => !sections.some(({ part }) => part === name));
  if (missing.length > 0) {
    throw new Error(`The model card lacks ${missing.join(', ')}. ${measured.failed.join(' ')}`.trimEnd());
  }
  const { certainty } = loadEmotionWeights(root);
  const parts: Record<string, string> = {
    weights: weightsTable(root),
    'dev-coverage': devCoverage(certainty),
    'unclear-below': certainty.unclearBelow.toFixed(2),
    'mixed-from': percent(certainty.mixedFrom),
    'test-coverage': sections.flatMap(({ coverage = [] }) => coverage).join('\n'),
    figures: sections.map((section) => `### ${section.title}\n\n${figureTable(section)}`).join('\n\n'),
  };
  const filled = readFileSync(path.join(root, TEMPLATE), 'utf8').replace(
    /\{\{([a-z-]+)\}\}/g,
    (_, name: string) => {
      const part = parts[name];
      if (part === undefined)
        throw new Error(`The template of the model card asks for ${name}, which nobody writes.`);
      return part;
    },
  );
  const file = path.join(root, CARD);
  writeFileSync(file, await format(filled, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
