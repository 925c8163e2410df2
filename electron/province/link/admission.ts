import { appErr } from '../../../shared/errors.ts';
import type { LinkTests } from '../../../shared/policy/link-tests.ts';
import type { LinkAnswer, LinkAsk, LinkGrant, LinkPlace, LinkRates } from '../../../shared/protocol/link-session.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { type LineShare, lesser, openLineBook } from './line-book.ts';
import type { LinkResponder } from './responder.ts';
import { estimateWaits } from './wait-estimate.ts';
import { newTicket, openWaitingLine, type Place } from './waiting-line.ts';

/** A newcomer learns soon that it has to wait. */
const FIRST_HOLD_MS = 250;
/** A held answer says the place again after so long: short enough for any proxy, long enough not to be a burden. */
const HOLD_MS = 4_000;
/** A place nobody asked for meanwhile is given up: the next ask follows an answer at once. */
const LAPSE_MS = 5_000;

/** The line as it is shared out: the policy's, or what the hub was started with. */
export type AdmissionRules = Pick<LinkTests, 'hubLineMbps' | 'pointMbps' | 'mostAtOnce' | 'mostWaiting'>;

export interface AdmissionClock {
  readonly now: () => number;
  /** Calls `work` once after `ms`; the returned function takes it back. */
  readonly after: (ms: number, work: () => void) => () => void;
}

export interface AdmissionWorld {
  readonly responder: Pick<LinkResponder, 'grant' | 'end'>;
  readonly rules: () => Promise<AdmissionRules>;
  readonly clock: AdmissionClock;
}

/** Lets as many points test at once as the hub's line bears; the others wait their turn, first come, first served. */
export interface Admission {
  /**
   * A session for the device, or its place in the queue after a few seconds. What the device had before ends. `gone` aborts when
   * nobody waits for the answer any more. Errors: `hub-busy` (the queue is full, or another ask took the place), `cancelled`.
   */
  readonly ask: (device: string, ask: LinkAsk, gone: AbortSignal) => Promise<Result<LinkAnswer>>;
  /** What the device's test needs from now on; less lets others in. Error: `not-found` without a session. */
  readonly need: (device: string, rates: LinkRates) => Result<LinkRates>;
  /** Ends the device's session, or gives up its place. */
  readonly leave: (device: string) => void;
  readonly stats: () => { readonly testing: number; readonly waiting: number; readonly takenMbps: LinkRates };
  /** Sends everybody who waits away. */
  readonly stop: () => void;
}

type Answer = Result<LinkAnswer>;

interface Testing {
  readonly ticket: string;
  readonly share: LineShare;
  readonly end: () => void;
}

export function openAdmission({ responder, rules: readRules, clock }: AdmissionWorld): Admission {
  const book = openLineBook();
  const line = openWaitingLine<Answer>(LAPSE_MS, clock.now);
  const testing = new Map<string, Testing>();
  let rules: AdmissionRules | null = null;
  /** While an ask is put in its place nobody else is let in. */
  let shut = false;
  const waits = estimateWaits(() => (rules ? rules.hubLineMbps.down / rules.pointMbps.down : 1));

  /** Lets in, from the front, who is asking right now; who is between two asks keeps the place and lets others pass. */
  function admit(): void {
    for (const place of line.places()) {
      if (shut || !rules || testing.size >= rules.mostAtOnce) return;
      if (!place.answer) continue;
      const share = book.take(place.want, rules.hubLineMbps);
      if (!share) return;
      line.leave(place);
      place.answer(begin(place, share));
      waits.turn(clock.now());
    }
    if (line.places().length === 0) waits.idle();
  }

  function begin({ device, ticket }: Place<Answer>, share: LineShare): Result<LinkGrant> {
    const granted = responder.grant({
      mostMbps: share.mostMbps,
      onEnd() {
        share.giveBack();
        if (testing.get(device) === entry) testing.delete(device);
        admit();
      },
    });
    const entry: Testing = { ticket, share, end: () => granted.ok && responder.end(granted.value.id) };
    if (granted.ok) testing.set(device, entry);
    else share.giveBack();
    return granted;
  }

  function placeOf(device: string, ask: LinkAsk, { pointMbps, mostWaiting }: AdmissionRules): Place<Answer> | null {
    const had = testing.get(device);
    had?.end();
    const place = line.find(device);
    if (place && ask.ticket !== undefined && ask.ticket !== place.ticket) return null;
    if (place) {
      place.answer?.(appErr('hub-busy'));
      if (ask.ticket === undefined) place.ticket = newTicket();
      return place;
    }
    // The answer that let it in was lost on the way: it need not queue twice.
    const first = had !== undefined && ask.ticket === had.ticket;
    return line.join({ device, want: lesser(ask.wantMbps ?? pointMbps, pointMbps), most: mostWaiting, first });
  }

  function hold(place: Place<Answer>, holdMs: number, gone: AbortSignal): Promise<Answer> {
    return new Promise((resolve) => {
      const leave = () => settle(appErr('cancelled'));
      const stop = clock.after(holdMs, () => settle(ok(told(place))));
      const settle = (answer: Answer) => {
        stop();
        gone.removeEventListener('abort', leave);
        place.answer = null;
        place.seenAt = clock.now();
        resolve(answer);
      };
      gone.addEventListener('abort', leave, { once: true });
      place.answer = settle;
      admit();
    });
  }

  function told(place: Place<Answer>): LinkPlace {
    const position = line.positionOf(place);
    const estimateMs = waits.of(position, clock.now());
    return { waiting: { ticket: place.ticket, place: position, estimateMs } };
  }

  return {
    async ask(device, ask, gone) {
      // Who waits already is asked for nothing new: the rules are read again with every newcomer.
      if (!rules || ask.ticket === undefined) rules = await readRules();
      if (gone.aborted) return appErr('cancelled');
      shut = true;
      const place = placeOf(device, ask, rules);
      shut = false;
      if (!place) {
        admit();
        return appErr('hub-busy');
      }
      return hold(place, ask.ticket === place.ticket ? HOLD_MS : FIRST_HOLD_MS, gone);
    },
    need(device, rates) {
      const share = testing.get(device)?.share;
      if (!share) return appErr('not-found');
      const set = share.change(rules ? lesser(rates, rules.pointMbps) : rates);
      admit();
      return ok(set);
    },
    leave(device) {
      testing.get(device)?.end();
      const place = line.find(device);
      if (!place) return;
      line.leave(place);
      place.answer?.(appErr('cancelled'));
    },
    stats: () => ({ testing: testing.size, waiting: line.places().length, takenMbps: book.taken() }),
    stop() {
      for (const place of [...line.places()]) {
        line.leave(place);
        place.answer?.(appErr('hub-busy'));
      }
    },
  };
}
