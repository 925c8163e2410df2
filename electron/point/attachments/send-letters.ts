import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import type { AttachmentRef } from '../../../shared/events/authorisation.ts';
import { journalEntry } from '../../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import type { HubClient } from '../hub-client.ts';
import type { Journal } from '../journal.ts';
import { onDisk } from '../journal-file.ts';
import type { Outbox } from '../outbox.ts';
import { SENT } from './forget-letters.ts';
import { ATTACHMENTS_FOLDER } from './keep-attachment.ts';

const PAGE = 500;
/** What trying again does not change: the letter stays here, the entry names it. */
const FOR_GOOD: readonly ErrorCode[] = ['attachment-type', 'attachment-size', 'input-invalid'];

export interface LetterSender {
  /** Sends the letters of entries that the hub has, one after the other; stops at the first that fails. */
  send(signal?: AbortSignal): Promise<Result<null, AppError>>;
}

interface Point {
  readonly journal: Pick<Journal, 'since'>;
  readonly outbox: Pick<Outbox, 'state'>;
  readonly hub: Pick<HubClient, 'sendAttachment'>;
}

/** Letters go after their entries and never hold one up. A file beside each says that it is at the hub, or is not wanted there. */
export function createLetterSender(dataDir: string, { journal, outbox, hub }: Point): LetterSender {
  const folder = join(dataDir, ATTACHMENTS_FOLDER);
  const waiting = new Map<string, AttachmentRef>();
  let readUpTo = 0;

  function readOn(): void {
    const { receivedSeq } = outbox.state();
    while (readUpTo < receivedSeq) {
      const page = journal.since(readUpTo, Math.min(PAGE, receivedSeq - readUpTo));
      if (page.length === 0) return;
      for (const { seq, jws } of page) {
        readUpTo = seq;
        const { data } = journalEntry.safeParse(payloadOf(jws));
        if (data?.event.type !== 'leader-signed-in' || !data.event.substitution?.attachment) continue;
        const ref = data.event.substitution.attachment;
        const file = join(folder, ref.sha256);
        if (existsSync(file) && !existsSync(`${file}${SENT}`)) waiting.set(ref.sha256, ref);
      }
    }
  }

  return {
    async send(signal) {
      const read = onDisk(() => {
        readOn();
        return null;
      });
      if (!read.ok) return read;
      for (const [sha256, letter] of [...waiting]) {
        const bytes = onDisk(() => readFileSync(join(folder, sha256)));
        if (!bytes.ok) return bytes;
        const sent = await hub.sendAttachment(letter, bytes.value, signal);
        if (!sent.ok && !FOR_GOOD.includes(sent.error.code)) return sent;
        const noted = onDisk(() => {
          writeFileSync(join(folder, `${sha256}${SENT}`), sent.ok ? '' : sent.error.code, { mode: 0o600 });
          return null;
        });
        if (!noted.ok) return noted;
        waiting.delete(sha256);
      }
      return ok(null);
    },
  };
}
