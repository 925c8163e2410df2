/** What the responder grants at most; the probe plans inside it. */
export const LINK_SESSION_LIFE_MS = 20_000;
/** Each direction of one session, all of its sockets together. */
export const LINK_SESSION_BYTES = 12_000_000;
/** One `source` connection; the point opens several. */
export const LINK_SOURCE_BYTES = 1_000_000;
/** Datagrams of one session: their sequence numbers run below this, and each is answered once. */
export const LINK_SESSION_ECHOES = 4_000;
export const LINK_SESSION_CONNECTIONS = 16;
