/** What the panel and the settings say of a site, without its adapter. A test holds it equal to the adapters. */
export interface KnownSite {
  id: string;
  name: string;
  /** 1 the platform's own source was read, 2 third-party evidence, 3 experimental. */
  tier: 1 | 2 | 3;
  /** Experimental sites are read only after the person turned them on. */
  state: 'read' | 'experimental';
  /** On what its adapter was tested: the real client, or a page written by hand. */
  tested: 'client' | 'page';
}

const site = (
  tier: KnownSite['tier'],
  state: KnownSite['state'],
  id: string,
  name: string,
  tested: KnownSite['tested'] = 'page',
): KnownSite => ({ id, name, tier, state, tested });

/** Every site that Sidelight knows. */
export const KNOWN_SITES: readonly KnownSite[] = [
  site(1, 'read', 'converse', 'Converse.js', 'client'),
  site(1, 'read', 'rocket-chat', 'Rocket.Chat'),
  site(1, 'read', 'the-lounge', 'The Lounge'),
  site(1, 'read', 'mattermost', 'Mattermost'),
  site(1, 'read', 'zulip', 'Zulip'),
  site(1, 'read', 'element', 'Element (Matrix)'),
  site(1, 'read', 'discourse-chat', 'Discourse chat'),
  site(1, 'read', 'discourse-topics', 'Discourse topics'),
  site(1, 'read', 'chatwoot', 'Chatwoot'),
  site(1, 'read', 'telegram-a', 'Telegram Web A'),
  site(1, 'read', 'telegram-k', 'Telegram Web K'),
  site(1, 'read', 'flarum', 'Flarum'),
  site(1, 'read', 'phpbb', 'phpBB'),
  site(2, 'read', 'whatsapp', 'WhatsApp Web'),
  site(2, 'read', 'discord', 'Discord'),
  site(2, 'read', 'slack', 'Slack'),
  site(2, 'read', 'messenger', 'Messenger'),
  site(2, 'read', 'teams', 'Microsoft Teams'),
  site(2, 'read', 'google-chat', 'Google Chat'),
  site(2, 'read', 'reddit-comments', 'Reddit comments'),
  site(2, 'read', 'reddit-chat', 'Reddit chat'),
  site(2, 'read', 'zendesk', 'Zendesk'),
  site(2, 'read', 'crisp', 'Crisp'),
  site(2, 'read', 'tawk', 'tawk.to'),
  site(3, 'experimental', '7-cups', '7 Cups'),
  site(3, 'experimental', 'livechat', 'LiveChat'),
  site(3, 'experimental', 'intercom', 'Intercom'),
  site(3, 'experimental', 'salesforce', 'Salesforce console'),
];
