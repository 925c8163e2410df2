import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lineHash } from '../../../electron/crypto/signed-line.ts';
import { ATTACHMENTS_FOLDER } from '../../../electron/point/attachments/keep-attachment.ts';
import { createLetterSender } from '../../../electron/point/attachments/send-letters.ts';
import { createHubClient } from '../../../electron/point/hub-client.ts';
import { findAttachment } from '../../../electron/province/db/attachments.ts';
import { openDatabase } from '../../../electron/province/db/open.ts';
import { upsertPoints } from '../../../electron/province/db/points.ts';
import { issueEnrolmentCode } from '../../../electron/province/enrolment/issue-code.ts';
import { stderrLog } from '../../../electron/province/log.ts';
import { startHub } from '../../../electron/province/server.ts';
import type { LeaderSignedIn } from '../../../shared/events/leader-signed-in.ts';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { ok } from '../../../shared/result.ts';
import { makeDevice } from '../../support/device.ts';

/** As large as letters get. */
const LETTER = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5 * 1024 * 1024 - 9, 7)]);
const SHA = createHash('sha256').update(LETTER).digest('base64url');

function signedIn(): LeaderSignedIn {
  const attachment = { sha256: SHA, type: 'application/pdf' as const, bytes: LETTER.length };
  return {
    type: 'leader-signed-in',
    meetingId: 'm',
    person: { id: 'b', fullName: 'Đại biểu mẫu B', title: '' },
    designatedPersonId: 'a',
    substitution: { basis: 'authorisation', documentNumber: '1/GUQ', signer: 'A', reason: 'bận', attachment },
  };
}

it('a letter of 5 MB waits while the hub is down, and goes by itself once it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dc-letter-'));
  const [hubDir, pointDir] = [join(folder, 'hub'), join(folder, 'point')];
  const options = { dataDir: hubDir, host: '127.0.0.1', consoleDir: null, log: stderrLog('silent') };
  const first = await startHub({ ...options, port: 0 });
  const port = Number(new URL(first.url).port);
  let running: typeof first | null = first;
  const device = await makeDevice('1');
  const client = createHubClient({ url: first.url, pin: null }, async () =>
    ok(await device.token(first.hubId, Date.now())),
  );
  onTestFinished(async () => {
    await client.close();
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const db = await openDatabase({ dataDir: hubDir });
  onTestFinished(() => db.destroy());
  await upsertPoints(db, [{ code: '1', name: 'Xã A', kind: 'commune' }]);
  const address = { url: first.url, pin: null };
  const issued = await issueEnrolmentCode(db, { point: '1', address, actor: 'cli', now: Date.now() });
  const secret = parseEnrolmentCode(issued.ok ? issued.value.code : '')?.secret ?? '';
  const request = { point: '1', secret, deviceKey: device.key, deviceName: '', appVersion: '1' };
  expect(await client.enrol(request)).toMatchObject({ ok: true });
  const jws = await device.sign(signedIn(), Date.now());
  expect(await client.push([jws])).toMatchObject({ ok: true, value: { accepted: 1 } });

  mkdirSync(join(pointDir, ATTACHMENTS_FOLDER), { recursive: true });
  writeFileSync(join(pointDir, ATTACHMENTS_FOLDER, SHA), LETTER);
  const state = { phase: 'idle', lastSeq: 1, receivedSeq: 1, pending: 0, error: null } as const;
  const sender = createLetterSender(pointDir, {
    journal: { since: (seq) => (seq < 1 ? [{ seq: 1, hash: lineHash(jws), jws }] : []) },
    outbox: { state: () => ({ ...state, lastContactAt: null, nextTryAt: null }) },
    hub: client,
  });

  await first.stop();
  running = null;
  expect(await sender.send()).toMatchObject({ ok: false, error: { code: 'hub-unreachable' } });
  running = await startHub({ ...options, port });
  expect(await sender.send()).toEqual(ok(null));
  const kept = await findAttachment(db, '1', SHA);
  expect(kept && LETTER.equals(kept.body)).toBe(true);
  expect(await sender.send()).toEqual(ok(null));
});
