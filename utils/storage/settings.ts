import { storage } from 'wxt/utils/storage';
import { parseBaseUrl } from '../llm/base-url';
import {
  endpointSchema,
  engineChoiceSchema,
  houseRulesSchema,
  type Endpoint,
  type EngineChoice,
} from '../llm/settings';
import { NO_SPENDING, spendingSchema, type Spending } from '../llm/usage';

/**
 * What the person set up, without the key. Kept on this computer, never synchronised. Values are `unknown`
 * until they are parsed: an older version or another hand may have written them.
 */
const endpointItem = storage.defineItem<unknown>('local:settings.endpoint', { version: 1 });

/** The configured endpoint, or null when there is none or what is stored cannot be read. */
export async function loadEndpoint(): Promise<Endpoint | null> {
  return parseEndpoint(await endpointItem.getValue());
}

export async function saveEndpoint(endpoint: Endpoint): Promise<void> {
  await endpointItem.setValue(endpointSchema.parse(endpoint));
}

export async function removeEndpoint(): Promise<void> {
  await endpointItem.removeValue({ removeMeta: true });
}

/** Calls back with every change of the endpoint, from whatever page. Returns how to stop. */
export function watchEndpoint(changed: (endpoint: Endpoint | null) => void): () => void {
  return endpointItem.watch((value) => {
    changed(parseEndpoint(value));
  });
}

const engineItem = storage.defineItem<unknown>('local:settings.engine', { version: 1 });

/** Who makes suggestions; the endpoint, where nothing is stored, as it was before there was a choice. */
export async function loadEngineChoice(): Promise<EngineChoice> {
  return parseChoice(await engineItem.getValue());
}

export async function saveEngineChoice(choice: EngineChoice): Promise<void> {
  await engineItem.setValue(engineChoiceSchema.parse(choice));
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchEngineChoice(changed: (choice: EngineChoice) => void): () => void {
  return engineItem.watch((value) => {
    changed(parseChoice(value));
  });
}

function parseChoice(value: unknown): EngineChoice {
  const parsed = engineChoiceSchema.safeParse(value);
  return parsed.success ? parsed.data : 'endpoint';
}

/** Apart from the endpoint, so that a change of one never loses the other. */
const spendingItem = storage.defineItem<unknown>('local:settings.spending', { version: 1 });

/** Prices and budget; nothing is set when nothing valid is stored. */
export async function loadSpending(): Promise<Spending> {
  return parseSpending(await spendingItem.getValue());
}

export async function saveSpending(spending: Spending): Promise<void> {
  await spendingItem.setValue(spendingSchema.parse(spending));
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchSpending(changed: (spending: Spending) => void): () => void {
  return spendingItem.watch((value) => {
    changed(parseSpending(value));
  });
}

function parseSpending(value: unknown): Spending {
  const parsed = spendingSchema.safeParse(value);
  return parsed.success ? parsed.data : NO_SPENDING;
}

const houseRulesItem = storage.defineItem<unknown>('local:settings.house-rules', { version: 1 });

/** The organisation's rules for a language model; none where nothing valid is stored. */
export async function loadHouseRules(): Promise<readonly string[]> {
  const parsed = houseRulesSchema.safeParse(await houseRulesItem.getValue());
  return parsed.success ? parsed.data : [];
}

export async function saveHouseRules(rules: readonly string[]): Promise<void> {
  await houseRulesItem.setValue(houseRulesSchema.parse([...rules]));
}

/** Empties everything that Sidelight keeps in this browser: settings, keys, conversations, readings. */
export async function forgetEverything(): Promise<void> {
  await Promise.all([storage.clear('session'), storage.clear('local')]);
}

function parseEndpoint(value: unknown): Endpoint | null {
  const parsed = endpointSchema.safeParse(value);
  return parsed.success && parseBaseUrl(parsed.data.baseUrl).ok ? parsed.data : null;
}
