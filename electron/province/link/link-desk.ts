import type { Logger } from 'pino';
import type { BothWays } from '../../../shared/policy/link-tests.ts';
import { currentPolicy } from '../db/policies.ts';
import type { Db } from '../db/schema.ts';
import type { LinkDesk } from '../deps.ts';
import { type AdmissionClock, openAdmission } from './admission.ts';
import { startLinkResponder } from './responder.ts';

export interface LinkDeskDeps {
  readonly host: string;
  readonly log: Logger;
  readonly db: Db;
  /** In place of the policy's. */
  readonly lineMbps: BothWays | undefined;
  /** Among how many hubs the line is divided. */
  readonly hubs: () => number;
  /** Of the responder, UDP and TCP alike; 0: any free ones. */
  readonly port: number;
}

/** A test is over in eight seconds: a point that vanished on the way holds its share of the line little longer. */
const SESSION_LIFE_MS = 10_000;

const CLOCK: AdmissionClock = {
  now: () => performance.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The responder with its admission, by the policy in force. Throws when a port cannot be had. */
export async function openLinkDesk({ host, log, db, lineMbps, hubs, port }: LinkDeskDeps): Promise<{
  readonly desk: LinkDesk;
  /** Sends away who waits. */
  readonly close: () => void;
  readonly stop: () => Promise<void>;
}> {
  const responder = await startLinkResponder({
    host,
    log,
    udpPort: port,
    tcpPort: port,
    sessionLifeMs: SESSION_LIFE_MS,
  });
  const rules = async () => {
    const { linkTests } = await currentPolicy(db);
    // What is said of this hub's own line is its own; what the policy says of the province's is for all hubs together.
    if (lineMbps) return { ...linkTests, hubLineMbps: lineMbps };
    const { down, up } = linkTests.hubLineMbps;
    const mostAtOnce = Math.max(1, Math.floor(linkTests.mostAtOnce / hubs()));
    return { ...linkTests, mostAtOnce, hubLineMbps: { down: down / hubs(), up: up / hubs() } };
  };
  const admission = openAdmission({ responder, rules, clock: CLOCK });
  const stats = () => ({ ...admission.stats(), dropped: responder.stats().dropped });
  return { desk: { ...admission, accept: responder.accept, stats }, close: admission.stop, stop: responder.stop };
}
