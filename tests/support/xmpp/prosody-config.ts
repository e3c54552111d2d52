/** Domain of every account in the tests. It is never resolved: all traffic stays on loopback. */
export const XMPP_DOMAIN = 'chat.test';
/** Service that holds the group rooms. */
export const ROOMS_DOMAIN = `rooms.${XMPP_DOMAIN}`;

export interface ProsodyPaths {
  dataDir: string;
  pidFile: string;
  logFile: string;
  rosterFile: string;
}

/**
 * A Prosody configuration for one short-lived server on loopback: WebSocket only, history kept for
 * 1:1 chats and rooms, no federation, no TLS, no rate limits.
 */
export function prosodyConfig(port: number, paths: ProsodyPaths): string {
  const lua = (text: string): string => JSON.stringify(text);
  return `
run_as_root = true
daemonize = false
pidfile = ${lua(paths.pidFile)}
data_path = ${lua(paths.dataDir)}
log = { info = ${lua(paths.logFile)} }

-- Loopback only, one port, nothing but WebSocket.
interfaces = { "127.0.0.1" }
c2s_ports = { }
c2s_direct_tls_ports = { }
s2s_ports = { }
s2s_direct_tls_ports = { }
http_ports = { ${String(port)} }
http_interfaces = { "127.0.0.1" }
https_ports = { }
http_default_host = ${lua(XMPP_DOMAIN)}
-- WebSocket on loopback counts as secure, so plain login works without certificates.
consider_websocket_secure = true

modules_enabled = {
  "roster"; "saslauth"; "disco"; "presence"; "message"; "iq";
  "carbons"; "pep"; "private"; "blocklist"; "bookmarks"; "vcard4"; "vcard_legacy";
  "smacks"; "csi_simple"; "ping"; "time"; "version"; "mam"; "groups";
  "http"; "websocket";
}
modules_disabled = { "s2s"; "offline"; "tls"; }

authentication = "internal_plain"
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
storage = "internal"
archive_expires_after = "never"
default_archive_policy = true
groups_file = ${lua(paths.rosterFile)}

VirtualHost ${lua(XMPP_DOMAIN)}

Component ${lua(ROOMS_DOMAIN)} "muc"
  modules_enabled = { "muc_mam" }
  restrict_room_creation = false
  muc_log_by_default = true
  muc_room_locking = false
  muc_room_default_persistent = true
`;
}
