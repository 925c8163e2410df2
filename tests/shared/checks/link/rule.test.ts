import { describe, expect, it } from 'vitest';
import { link } from '../../../../shared/checks/link/check.ts';
import { linkFixtures } from '../../../../shared/checks/link/fixtures.ts';
import type { LinkReached } from '../../../../shared/checks/link/measurement.ts';
import { linkMeasurement } from '../../../../shared/checks/link/measurement.ts';
import { judgeLink } from '../../../../shared/checks/link/rule.ts';
import { DEFAULT_POLICY } from '../../../../shared/policy/default-policy.ts';
import { policyForMeeting } from '../../../../shared/policy/for-meeting.ts';
import { echoesLosing, GOOD_LINE, mediaOf, notReached, wayLosing } from './fixtures.ts';

const LIMITS = DEFAULT_POLICY.checks.link;

function judge(change: Partial<LinkReached>, limits = LIMITS) {
  return judgeLink({ ...GOOD_LINE, ...change }, limits);
}

const at = (mbps: number, change: Partial<NonNullable<LinkReached['upload']>> = {}) => ({
  mbps,
  limitedBy: 'line' as const,
  bytes: 1_000_000,
  durationMs: 1500,
  ...change,
});

describe('a line that was measured', () => {
  it('passes when everything is within the policy, and says the values', () => {
    const judgement = judge({});
    expect(judgement).toMatchObject({ verdict: 'pass', reason: 'ok', findings: [] });
    expect(judgement.values).toMatchObject({ uploadMbps: 20, downloadMbps: 50, rttMs: 12, jitterMs: 1, lossPct: 0 });
  });

  it('says how a voice would sound beside whatever is wrong', () => {
    expect(judge({}).values).toMatchObject({ mos: 4.4, r: 93.2 });
    expect(judge({ upload: at(1) }).values).toMatchObject({
      uploadMbps: 1,
      neededMbps: 1.5,
      mos: 4.4,
      medium: 'wired',
    });
    expect(judge({ udp: null, transport: 'tcp' }).values).not.toHaveProperty('mos');
  });

  it.each([
    ['upload 3 Mbps', { upload: at(3) }, 'warn', 'upload-low'],
    ['upload 1 Mbps', { upload: at(1) }, 'fail', 'upload-low'],
    ['download 3 Mbps', { download: at(3) }, 'warn', 'download-low'],
    ['download 1.9 Mbps', { download: at(1.9) }, 'fail', 'download-low'],
    ['RTT 101 ms', { rttMsP50: 101 }, 'warn', 'rtt-high'],
    ['RTT 301 ms', { rttMsP50: 301 }, 'fail', 'rtt-high'],
    ['jitter 31 ms', { jitterMs: 31 }, 'warn', 'jitter-high'],
    ['jitter 51 ms', { jitterMs: 51 }, 'fail', 'jitter-high'],
    ['jitter of the stream', mediaOf({ down: wayLosing(0, 1000, { jitterMs: 31 }) }), 'warn', 'jitter-down-high'],
    [
      'jitter that the receiver explains',
      mediaOf({ down: wayLosing(0, 1000, { jitterMs: 61, own: { jitterMs: 55, latePct: 4 } }) }),
      'unmeasured',
      'jitter-processor',
    ],
    [
      'jitter beyond what the receiver explains',
      mediaOf({ down: wayLosing(0, 1000, { jitterMs: 61, own: { jitterMs: 5, latePct: 0 } }) }),
      'fail',
      'jitter-down-high',
    ],
    [
      'a bad line beside a busy receiver',
      mediaOf({
        up: wayLosing(0, 1000, { jitterMs: 55 }),
        down: wayLosing(0, 1000, { jitterMs: 61, own: { jitterMs: 55, latePct: 4 } }),
      }),
      'fail',
      'jitter-up-high',
    ],
    [
      'packets late at a busy receiver, and the others in time',
      mediaOf({ down: wayLosing(0, 1000, { latePct: 30, own: { jitterMs: 9, latePct: 29 } }) }),
      'pass',
      'ok',
    ],
    [
      'packets late at a busy receiver, and too few others',
      mediaOf({ down: wayLosing(0, 500, { latePct: 85, own: { jitterMs: 9, latePct: 84 } }) }),
      'unmeasured',
      'audio-processor',
    ],
    [
      'packets late at a busy hub, and too few others',
      mediaOf({ up: wayLosing(0, 500, { latePct: 85, jitterMs: 35, own: { jitterMs: 34, latePct: 84 } }) }),
      'unmeasured',
      'hub-processor',
    ],
    [
      'packets late on the line beside a busy receiver',
      mediaOf({ down: wayLosing(0, 1000, { latePct: 49, own: { jitterMs: 9, latePct: 40 } }) }),
      'warn',
      'audio-down-poor',
    ],
    [
      'packets surely much too late beside a busy receiver',
      mediaOf({ down: wayLosing(0, 1000, { latePct: 60, own: { jitterMs: 9, latePct: 30 } }) }),
      'fail',
      'audio-down-poor',
    ],
    [
      'jitter that only the hub’s lateness explains',
      mediaOf({ up: wayLosing(0, 1000, { jitterMs: 61, own: { jitterMs: 55, latePct: 4 } }) }),
      'unmeasured',
      'hub-processor',
    ],
    ['a slow answer under load', { loadedRttMs: { upload: 301, download: 20 } }, 'warn', 'upload-delays'],
    ['two seconds under load', { loadedRttMs: { upload: null, download: 2000 } }, 'warn', 'download-delays'],
    ['UDP blocked', { udp: null }, 'warn', 'tcp-only'],
    ['only the web let through', { udp: null, transport: 'websocket' as const }, 'warn', 'websocket-only'],
    ['Wi-Fi', { adapter: { name: 'wlan0', type: 'wireless' as const, speedMbps: 300 } }, 'warn', 'wireless'],
    ['clock 45 s off', { clock: { offsetMs: -45_000, errorMs: 10 } }, 'warn', 'clock-off'],
    ['clock 3 min off', { clock: { offsetMs: 180_000, errorMs: 10 } }, 'fail', 'clock-off'],
    ['no upload', { upload: null }, 'unmeasured', 'upload-unmeasured'],
    ['no download', { download: null }, 'unmeasured', 'download-unmeasured'],
    ['died while measured', { interruptedDuring: 'echo' as const }, 'unmeasured', 'interrupted'],
    [
      'died before much got through, which is no other reason',
      {
        interruptedDuring: 'download' as const,
        upload: null,
        ...mediaOf({ up: wayLosing(0, 25), down: wayLosing(0, 25) }),
      },
      'unmeasured',
      'interrupted',
    ],
  ])('%s: %s', (_name, change, verdict, reason) => {
    expect(judge(change)).toMatchObject({ verdict, reason });
  });

  it('takes a rate that only our cap or this machine limited as a lower bound: enough passes, too little is no verdict', () => {
    expect(judge({ upload: at(4, { limitedBy: 'cap' }) }).verdict).toBe('pass');
    expect(judge({ upload: at(4, { limitedBy: 'processor' }) }).verdict).toBe('pass');
    expect(judge({ upload: at(1, { limitedBy: 'cap' }) })).toMatchObject({
      verdict: 'unmeasured',
      reason: 'upload-unsaturated',
      values: { uploadMbps: 1, uploadBound: '≥\u00a0', neededMbps: 1.5 },
    });
    expect(judge({ download: at(3, { limitedBy: 'processor' }) })).toMatchObject({
      verdict: 'unmeasured',
      reason: 'download-processor',
    });
    const busyHub = at(3, { limitedBy: 'processor', busy: 'hub' });
    expect(judge({ download: busyHub, upload: busyHub })).toMatchObject({
      verdict: 'unmeasured',
      findings: [{ reason: 'hub-processor' }],
    });
    expect(judge({ download: at(4, { limitedBy: 'processor', busy: 'hub' }) }).verdict).toBe('pass');
  });

  it('neither passes nor fails a rate that changed under its hands', () => {
    const unstable = (mbps: number) => judge({ upload: at(mbps, { stable: false }) });
    expect(unstable(20)).toMatchObject({ verdict: 'warn', reason: 'upload-unstable' });
    expect(unstable(2)).toMatchObject({ verdict: 'warn', reason: 'upload-low' });
    expect(unstable(1)).toMatchObject({ verdict: 'unmeasured', reason: 'upload-unstable' });
  });

  it('does not hold a clock offset against the point that its own error explains', () => {
    expect(judge({ clock: { offsetMs: 31_000, errorMs: 1_500 } }).verdict).toBe('pass');
  });

  it('warns of Wi-Fi by its signal where that is weak, also where Wi-Fi as such is allowed', () => {
    const adapter = { name: 'wlan0', type: 'wireless', speedMbps: 300, signalPct: 31 } as const;
    const allowed = { ...LIMITS, wiredAdvised: false };
    expect(judge({ adapter }, allowed)).toMatchObject({ reason: 'wireless-weak', values: { signalPct: 31 } });
    expect(judge({ adapter: { ...adapter, signalPct: 80 } }, allowed).verdict).toBe('pass');
    expect(judge({ adapter: { ...adapter, signalPct: null } })).toMatchObject({ reason: 'wireless' });
  });

  it('names what of the meeting platform is out of reach, and only that', () => {
    const server = { name: 'A', host: 'a.example', port: 443, reached: true, ms: 20, cause: null };
    const platform = [server, { ...server, name: 'B', reached: false, ms: null, cause: 'ETIMEDOUT' }];
    expect(judge({ platform })).toMatchObject({ reason: 'platform-unreachable', values: { targets: 'B' } });
    expect(judge({ platform: [server] }).verdict).toBe('pass');
  });

  it('mentions a proxy only where the media may have to go through it', () => {
    expect(judge({ proxy: 'proxy:3128' }).verdict).toBe('pass');
    const { findings } = judge({ udp: null, transport: 'tcp', proxy: 'proxy:3128' });
    expect(findings.map(({ reason }) => reason)).toEqual(['tcp-only', 'proxy']);
  });

  it('takes a long way for no queue, unless it gets much longer under load', () => {
    const far = { rttMsP50: 290 };
    const reasons = (upload: number) =>
      judge({ ...far, loadedRttMs: { upload, download: null } }).findings.map(({ reason }) => reason);
    expect(reasons(330)).toEqual(['rtt-high']);
    expect(reasons(900)).toEqual(['rtt-high', 'upload-delays']);
  });

  it('lists every finding, the worst first', () => {
    const { findings } = judge({ upload: at(3), udp: echoesLosing(14), rttMsP50: 120 });
    expect(findings.map(({ reason }) => reason)).toEqual(['loss-high', 'upload-low', 'rtt-high']);
  });
});

describe('lost packets', () => {
  it.each([
    ['none of 200 echoes', { udp: echoesLosing(0) }, 'pass', 'ok'],
    ['2 % of 200 echoes: chance alone may double it', { udp: echoesLosing(4) }, 'warn', 'loss-high'],
    ['5 % of 200 echoes, which may be 3 %', { udp: echoesLosing(10) }, 'warn', 'loss-high'],
    ['7 % of 200 echoes, which is at least 4 %', { udp: echoesLosing(14) }, 'fail', 'loss-high'],
    ['1 % of 200 echoes, which may be 3.6 %', { udp: echoesLosing(2) }, 'warn', 'loss-unclear'],
    ['none of 40 echoes', { udp: echoesLosing(0, 40) }, 'unmeasured', 'loss-unmeasured'],
    ['a fifth of 40 echoes, which is at least a tenth', { udp: echoesLosing(8, 40) }, 'fail', 'loss-high'],
    ['4.2 % of 1000 packets up', mediaOf({ up: wayLosing(42) }), 'fail', 'loss-up-high'],
    ['3.5 % of 1000 packets down, which may be 2.5 %', mediaOf({ down: wayLosing(35) }), 'warn', 'loss-down-high'],
    ['0.9 % of 1000 packets up', mediaOf({ up: wayLosing(9) }), 'pass', 'ok'],
  ])('%s', (_name, change, verdict, reason) => {
    expect(judge(change)).toMatchObject({ verdict, reason });
  });

  it('judges each way of the stream by itself: two small losses do not add up to one', () => {
    const both = mediaOf({ up: wayLosing(9), down: wayLosing(9) });
    expect(judge({ ...both, udp: echoesLosing(4) }).verdict).toBe('pass');
  });

  it('does not add a doubt about one way to what the other surely lost, nor say it twice', () => {
    const unclear = wayLosing(0, 1000, { lossHighPct: 5.7 });
    const reasons = (change: Partial<LinkReached>) => judge(change).findings.map(({ reason }) => reason);
    expect(reasons(mediaOf({ up: unclear, down: wayLosing(18) }))).toEqual(['loss-down-high']);
    expect(reasons(mediaOf({ up: unclear, down: unclear }))).toEqual(['loss-unclear']);
    expect(reasons(mediaOf({ down: unclear }))).toEqual(['loss-unclear']);
  });

  it('hears what comes too late as lost', () => {
    const late = mediaOf({ up: wayLosing(0, 1000, { latePct: 24 }) });
    expect(judge(late)).toMatchObject({ verdict: 'fail', reason: 'audio-up-poor', values: { neededMos: 3.1 } });
    expect(judge(mediaOf({ down: wayLosing(0, 1000, { latePct: 9 }) }))).toMatchObject({
      verdict: 'warn',
      reason: 'audio-down-poor',
    });
  });
});

describe('a hub that was not reached', () => {
  it.each([
    ['adapter', 'ENETUNREACH', 'no-network'],
    ['address', 'ENETUNREACH', 'no-address'],
  ] as const)('is a fault of the point when the machine is on no network (%s)', (step, cause, reason) => {
    expect(judgeLink(notReached(step, cause), LIMITS)).toMatchObject({ verdict: 'fail', reason });
  });

  it.each([
    ['gateway', 'ETIMEDOUT', 'gateway-silent'],
    ['name', 'ENOTFOUND', 'name-unresolved'],
    ['portal', 'redirected', 'captive-portal'],
    ['tcp', 'ECONNREFUSED', 'hub-unreachable'],
    ['hub', 'hub-unreachable', 'hub-unreachable'],
    ['hub', 'hub-timeout', 'hub-unreachable'],
    ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'hub-insecure'],
    ['certificate', 'hub-wrong-certificate', 'certificate-mismatch'],
    ['hub', 'hub-busy', 'hub-busy'],
    ['admission', 'hub-busy', 'hub-busy'],
    ['hub', 'auth-forbidden', 'hub-refused'],
    ['hub', 'internal', 'hub-error'],
    ['hub', 'hub-not-a-hub', 'hub-error'],
    ['hub', 'http-502', 'hub-error'],
    ['hub', 'enrolment-missing', 'not-enrolled'],
    ['responder', 'silent', 'responder-silent'],
  ] as const)('%s (%s) could not be measured: %s', (step, cause, reason) => {
    expect(judgeLink(notReached(step, cause), LIMITS)).toMatchObject({ verdict: 'unmeasured', reason });
  });

  it('tells a dead hub from a dead site by what else answers', () => {
    const server = { name: 'Zoom', host: 'z.example', port: 443, reached: true, ms: 20, cause: null };
    const reasonWith = (reached: boolean) =>
      judgeLink({ ...notReached('tcp', 'ETIMEDOUT'), platform: [{ ...server, reached }] }, LIMITS).reason;
    expect(reasonWith(true)).toBe('hub-down');
    expect(reasonWith(false)).toBe('hub-unreachable');
  });

  it('says how long the point waited for the province’s line', () => {
    const waited = { ...notReached('admission', 'hub-busy'), queue: { waitedMs: 61_400, placeAtStart: 40 } };
    expect(judgeLink(waited, LIMITS)).toMatchObject({
      verdict: 'unmeasured',
      reason: 'province-line-busy',
      values: { waitedMinutes: 1, place: 40 },
    });
  });
});

describe('the meeting decides what is enough', () => {
  const limitsFor = (profile: '720p' | '1080p' | null) =>
    policyForMeeting(DEFAULT_POLICY, profile && { profile }).checks.link;

  it('asks more of a meeting in 1080p', () => {
    const slow = { upload: at(2.8), download: at(5) };
    expect(judge(slow, limitsFor('720p'))).toMatchObject({ verdict: 'warn', reason: 'upload-low' });
    expect(judge(slow, limitsFor('1080p'))).toMatchObject({ verdict: 'fail', values: { neededMbps: 3 } });
    expect(judge({ download: at(5) }, limitsFor('720p')).verdict).toBe('pass');
    expect(judge({ download: at(5) }, limitsFor('1080p'))).toMatchObject({ verdict: 'warn', reason: 'download-low' });
  });

  it('leaves a policy alone that knows no profiles, and one without a meeting', () => {
    const { profiles: _, ...link } = LIMITS;
    const old = { ...DEFAULT_POLICY, checks: { ...DEFAULT_POLICY.checks, link } };
    expect(policyForMeeting(old, { profile: '1080p' })).toBe(old);
    expect(limitsFor(null)).toBe(LIMITS);
  });

  it('does not judge by limits that an older policy does not have', () => {
    const { loadedRttMs: _a, audioMos: _b, wifiSignalPct: _c, profiles: _d, mediaMbps: _e, ...old } = LIMITS;
    const limits = { ...old, lossPct: { warnAbove: 1, failAbove: 3 } };
    const change = {
      loadedRttMs: { upload: 5000, download: 5000 },
      ...mediaOf({ up: wayLosing(0, 1000, { latePct: 60 }) }),
    };
    expect(judge(change, limits).verdict).toBe('pass');
  });
});

describe('the check', () => {
  it('has a measurement for every reason, judged so, and never a pass but for `ok`', () => {
    for (const [reason, measurement] of Object.entries(linkFixtures)) {
      expect(linkMeasurement.safeParse(measurement).success, reason).toBe(true);
      const { verdict, reason: said, findings } = judgeLink(measurement, LIMITS);
      // Of two warnings of equal weight the one about the transport is said first.
      expect([said, ...findings.map((finding) => finding.reason)], reason).toContain(reason);
      if (reason !== 'proxy') expect(said).toBe(reason);
      expect(verdict === 'pass', reason).toBe(reason === 'ok');
    }
  });

  it('still reads what was recorded before', () => {
    expect(linkMeasurement.safeParse(GOOD_LINE).success).toBe(true);
    expect(linkMeasurement.safeParse(notReached('tls', 'hub-wrong-certificate')).success).toBe(true);
  });

  it('never passes a measurement with anything missing', () => {
    for (const key of Object.keys(GOOD_LINE)) {
      const partial = Object.fromEntries(Object.entries(GOOD_LINE).filter(([name]) => name !== key));
      expect(link.judge({ kind: 'measured', measurement: partial }, LIMITS)).toMatchObject({
        verdict: 'unmeasured',
        reason: 'probe-error',
      });
    }
  });

  it('passes on a probe that failed as unmeasured', () => {
    const outcome = { kind: 'failed', failure: 'timed-out', detail: '' } as const;
    expect(link.judge(outcome, LIMITS)).toMatchObject({ verdict: 'unmeasured', reason: 'timed-out' });
  });
});
