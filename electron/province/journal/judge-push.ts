import type { AppError } from '../../../shared/errors.ts';
import { appErr } from '../../../shared/errors.ts';
import type { SignedEntry } from '../../../shared/events/journal-entry.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { follow, type ReadLine } from '../../crypto/verify-chain.ts';
import type { Device } from '../db/devices.ts';

/**
 * The lines of a push that are new, each of which follows the one before; those in `stored` are left out.
 * Errors: those of `follow`; `journal-bad-chain` for a line that speaks for another point.
 */
export function judgePush(
  device: Device,
  lines: readonly ReadLine[],
  stored: ReadonlySet<string>,
): Result<readonly SignedEntry[], AppError> {
  const fresh: SignedEntry[] = [];
  const known = new Set(stored);
  let head = device.head;
  for (const line of lines) {
    if (known.has(line.hash)) continue;
    const next = follow(line, head);
    if (!next.ok) return next;
    const { seq, point } = next.value.entry;
    if (point !== device.pointCode) return appErr('journal-bad-chain', { seq });
    fresh.push(next.value);
    known.add(line.hash);
    head = { seq, hash: line.hash };
  }
  return ok(fresh);
}

/** Lines that may be stored already: only what stands at the head or before it, or does not read. */
export function maybeStored({ head }: Device, lines: readonly ReadLine[]): readonly string[] {
  return lines.filter(({ entry }) => entry === null || entry.seq <= head.seq).map(({ hash }) => hash);
}
