import type { Host } from './host.mjs';

/** The machine lacks something; the message says what to do. */
export class MissingTool extends Error {}
/** Runs `npm ci` unless node_modules already holds what package-lock.json says. */
export function ensureNodeModules(host?: Host, root?: string): void;
/** Path of a Chromium that loads unpacked extensions; fetched when it is not there. Throws MissingTool. */
export function ensureChromium(host?: Host): string;
/** Path of the Prosody XMPP server; installed where apt may be used. Throws MissingTool. */
export function ensureProsody(host?: Host): string;
