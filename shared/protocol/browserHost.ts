/**
 * How a page of the browser host proves that it was opened by the person who started Tranche. The page that answers the
 * one-time address carries a session token in a meta element; the page keeps it in sessionStorage, which no other port of
 * this computer can read, and names it when it opens the WebSocket, as second subprotocol after WEB_SOCKET_PROTOCOL.
 */
export const SESSION_META = 'tranche-session';
export const SESSION_KEY = 'tranche.session';
export const WEB_SOCKET_PROTOCOL = 'tranche';
export const WEB_SOCKET_PATH = '/ipc';
