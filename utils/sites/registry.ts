import type { Adapter } from './adapter';
import converse from './adapters/converse.json';

/** Every site that Sidelight knows, in the order in which they are tried. A test holds them to the schema. */
export const ADAPTERS: readonly Adapter[] = [converse as Adapter];
