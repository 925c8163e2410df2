/** What the responder grants at most; the probe plans inside it. */
export const LINK_SESSION_LIFE_MS = 20_000;
/** Each direction of one session, all of its sockets together. */
export const LINK_SESSION_BYTES = 12_000_000;
/** One `source` connection; the point opens several. */
export const LINK_SOURCE_BYTES = 1_000_000;
/** Datagrams of one session: their sequence numbers run below this, and each is answered once. */
export const LINK_SESSION_ECHOES = 4_000;
export const LINK_SESSION_CONNECTIONS = 16;
/** Datagrams of one flow: what a session may carry of full ones. */
export const LINK_RUN_PACKETS = 9_000;
/** Flows of one session. */
export const LINK_SESSION_RUNS = 40;
/** A flow ends after so long, whatever was asked for. */
export const LINK_RUN_MS = 3_000;
/** As fast as one flow is ever sent. */
export const LINK_MOST_KBPS = 450_000;
/** Times that a session may ask for a challenge. */
export const LINK_SESSION_PROOFS = 32;
