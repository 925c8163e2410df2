import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lineHash } from '../../../../electron/crypto/signed-line.ts';
import { ATTACHMENTS_FOLDER } from '../../../../electron/point/attachments/keep-attachment.ts';
import { createLetterSender } from '../../../../electron/point/attachments/send-letters.ts';
import { type AppError, appErr } from '../../../../shared/errors.ts';
import type { SyncState } from '../../../../shared/point-state.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { makeDevice } from '../../../support/device.ts';

const SHA = 'a'.repeat(43);
const SYNCED: SyncState = {
  phase: 'idle',
  lastSeq: 1,
  receivedSeq: 1,
  pending: 0,
  lastContactAt: null,
  nextTryAt: null,
  error: null,
};

/** A point with one sign-in that names a letter, and a hub that answers what it is told to. */
async function point() {
  const dataDir = mkdtempSync(join(tmpdir(), 'dc-letters-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const folder = join(dataDir, ATTACHMENTS_FOLDER);
  mkdirSync(folder);
  writeFileSync(join(folder, SHA), '%PDF-');
  const device = await makeDevice('21553');
  const jws = await device.sign(
    {
      type: 'leader-signed-in',
      meetingId: 'm',
      person: { id: 'b', fullName: 'Đại biểu mẫu B', title: '' },
      designatedPersonId: 'a',
      substitution: {
        basis: 'authorisation',
        documentNumber: '1/GUQ',
        signer: 'A',
        reason: 'bận',
        attachment: { sha256: SHA, type: 'application/pdf', bytes: 5 },
      },
    },
    1,
  );
  const hub = { answer: ok(null) as Result<null, AppError>, sent: [] as string[], state: SYNCED };
  const open = () =>
    createLetterSender(dataDir, {
      journal: { since: (seq) => (seq < 1 ? [{ seq: 1, hash: lineHash(jws), jws }] : []) },
      outbox: { state: () => hub.state },
      hub: {
        async sendAttachment({ sha256 }) {
          hub.sent.push(sha256);
          return hub.answer;
        },
      },
    });
  return { hub, open, isDone: () => existsSync(join(folder, `${SHA}.sent`)) };
}

describe('letters on their way to the hub', () => {
  it('go after their entry, once, also over a restart', async () => {
    const { hub, open, isDone } = await point();
    hub.state = { ...SYNCED, receivedSeq: 0 };
    const sender = open();
    await sender.send();
    expect(hub.sent).toEqual([]);
    hub.state = SYNCED;
    expect(await sender.send()).toEqual(ok(null));
    await sender.send();
    await open().send();
    expect(hub.sent).toEqual([SHA]);
    expect(isDone()).toBe(true);
  });

  it('wait while the hub is down and go when it is back', async () => {
    const { hub, open, isDone } = await point();
    const sender = open();
    hub.answer = appErr('hub-unreachable', { host: 'x' });
    expect(await sender.send()).toMatchObject({ ok: false, error: { code: 'hub-unreachable' } });
    expect(isDone()).toBe(false);
    hub.answer = ok(null);
    expect(await sender.send()).toEqual(ok(null));
    expect(hub.sent).toEqual([SHA, SHA]);
    expect(isDone()).toBe(true);
  });

  it('are not sent again once the hub refused them for good', async () => {
    const { hub, open } = await point();
    hub.answer = appErr('attachment-type');
    const sender = open();
    expect(await sender.send()).toEqual(ok(null));
    await sender.send();
    await open().send();
    expect(hub.sent).toEqual([SHA]);
  });
});
