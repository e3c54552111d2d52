import type { Adapter } from './adapter';
import chatwoot from './adapters/chatwoot.json';
import converse from './adapters/converse.json';
import discourseChat from './adapters/discourse-chat.json';
import discourseTopics from './adapters/discourse-topics.json';
import element from './adapters/element.json';
import flarum from './adapters/flarum.json';
import mattermost from './adapters/mattermost.json';
import phpbb from './adapters/phpbb.json';
import rocketChat from './adapters/rocket-chat.json';
import telegramA from './adapters/telegram-a.json';
import telegramK from './adapters/telegram-k.json';
import theLounge from './adapters/the-lounge.json';
import whatsapp from './adapters/whatsapp.json';
import discord from './adapters/discord.json';
import slack from './adapters/slack.json';
import messenger from './adapters/messenger.json';
import teams from './adapters/teams.json';
import googleChat from './adapters/google-chat.json';
import redditComments from './adapters/reddit-comments.json';
import redditChat from './adapters/reddit-chat.json';
import zendesk from './adapters/zendesk.json';
import crisp from './adapters/crisp.json';
import tawk from './adapters/tawk.json';
import sevenCups from './adapters/7-cups.json';
import livechat from './adapters/livechat.json';
import intercom from './adapters/intercom.json';
import salesforce from './adapters/salesforce.json';
import zulip from './adapters/zulip.json';

export { KNOWN_SITES, type KnownSite } from './known-sites';

/** Every site that Sidelight knows, in the order in which they are tried. A test holds them to the schema. */
const ALL: readonly unknown[] = [
  converse,
  rocketChat,
  theLounge,
  mattermost,
  zulip,
  element,
  discourseChat,
  discourseTopics,
  chatwoot,
  telegramA,
  telegramK,
  flarum,
  phpbb,
  whatsapp,
  discord,
  slack,
  messenger,
  teams,
  googleChat,
  redditComments,
  redditChat,
  zendesk,
  crisp,
  tawk,
  sevenCups,
  livechat,
  intercom,
  salesforce,
];

/** These sites, with the experimental ones that the person turned on, by id. */
export function adaptersWith(turnedOn: ReadonlySet<string>): Adapter[] {
  return (ALL as readonly Adapter[]).filter(({ state, id }) => state === 'read' || turnedOn.has(id));
}

/** The sites that are read without more ado. */
export const ADAPTERS: readonly Adapter[] = /* @__PURE__ */ adaptersWith(/* @__PURE__ */ new Set());
