import type { Duplex } from 'node:stream';
import { appErr } from '../../../shared/errors.ts';
import { LINK_SESSION_BYTES, LINK_SESSION_LIFE_MS } from '../../../shared/protocol/link-caps.ts';
import type { LinkGrant } from '../../../shared/protocol/link-session.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { EchoDesk } from './answer-echo.ts';
import { countDrops, type DropReason } from './drops.ts';
import type { ResponderLog } from './listening-port.ts';
import { keepSessions, type LinkLease } from './sessions.ts';
import { openTcpStreams } from './tcp-streams.ts';
import { openUdpPort } from './udp-port.ts';
import { welcome } from './welcome.ts';

export interface LinkResponderDeps {
  /** Address to listen on, as the hub's own. */
  readonly host: string;
  readonly log: ResponderLog;
  /** 0 (the default) takes any free port; give fixed ones where a firewall stands between. */
  readonly udpPort?: number;
  readonly tcpPort?: number;
  readonly mostSessions?: number;
  readonly sessionLifeMs?: number;
}

export interface LinkResponder {
  /** Leave for one link test. Error: `hub-busy` when as many sessions live as the hub bears. */
  readonly grant: (lease?: LinkLease) => Result<LinkGrant>;
  /** Ends a session before its time. */
  readonly end: (id: string) => void;
  /** Serves a stream that came in by another way than the responder's own ports, as over a WebSocket. */
  readonly accept: (stream: Duplex) => void;
  readonly stats: () => LinkResponderStats;
  /** Ends all sessions and closes all sockets; a second call waits for the first. */
  readonly stop: () => Promise<void>;
}

export interface LinkResponderStats {
  readonly sessions: number;
  readonly dropped: Readonly<Record<DropReason, number>>;
}

/** The hub's end of the link test: it answers only who holds a live session. Throws when a port cannot be had. */
export async function startLinkResponder(deps: LinkResponderDeps): Promise<LinkResponder> {
  const { host, log, udpPort = 0, tcpPort = 0, mostSessions = 64, sessionLifeMs = LINK_SESSION_LIFE_MS } = deps;
  const sessions = keepSessions({ most: mostSessions, lifeMs: sessionLifeMs });
  const drops = countDrops();
  const desk: EchoDesk = { sessions, drops };
  const udp = await openUdpPort(desk, { host, port: udpPort, log });
  const tcp = await openTcpStreams(desk, { host, port: tcpPort, log }).catch(async (error: unknown) => {
    await udp.stop();
    throw error;
  });
  let stopped: Promise<void> | null = null;
  const stopAll = async () => {
    sessions.endAll();
    await Promise.all([udp.stop(), tcp.stop()]);
  };
  return {
    grant(lease) {
      const session = sessions.start(lease);
      if (!session) return appErr('hub-busy');
      return ok({
        id: session.id,
        key: session.key.toString('base64url'),
        udpPort: udp.port,
        tcpPort: tcp.port,
        lifeMs: sessionLifeMs,
        maxBytes: LINK_SESSION_BYTES,
        ...(lease && { mostMbps: lease.mostMbps() }),
      });
    },
    end: (id) => sessions.find(id)?.end(),
    accept: (stream) => welcome(desk, stream),
    stats: () => ({ sessions: sessions.count(), dropped: drops.read() }),
    stop() {
      stopped ??= stopAll();
      return stopped;
    },
  };
}
