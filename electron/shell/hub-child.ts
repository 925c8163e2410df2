import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { type Session, type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { appError } from '../../shared/error-schema.ts';
import type { AppError } from '../../shared/errors.ts';
import type { FoundProvince } from '../../shared/protocol/setup.ts';
import { err, ok, type Result } from '../../shared/result.ts';

const message = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true), url: z.url(), pin: z.string().nullable() }),
  z.object({ ready: z.literal(false), error: appError }),
]);
const START_WAIT_MS = 30_000;
const STOP_WAIT_MS = 5_000;

export interface HubChild {
  /** Where this machine reaches it. */
  readonly url: string;
  /** Of the certificate it shows; null: plain HTTP on loopback. */
  readonly pin: string | null;
  readonly onEnd: (told: (code: number) => void) => void;
  /** Lets it finish what it is writing; one that does not end in time is killed. Resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** The first account of a province, made before the hub listens. */
export type FirstAccount = Pick<FoundProvince, 'username' | 'password'>;

/** Starts the hub in a process of its own. Errors: why it could not; `internal` when it said nothing in time. */
export async function startHubChild(
  distDir: string,
  args: readonly string[],
  first: FirstAccount | null,
): Promise<Result<HubChild, AppError>> {
  const child = utilityProcess.fork(join(distDir, 'hub-process.js'), [...args, ...(first ? ['--first-account'] : [])], {
    serviceName: 'diem-cau-hub',
  });
  // Never as an argument: other users of the machine can read those.
  if (first) child.postMessage({ first });
  const started = await answerOf(child);
  if (!started.ready) {
    await stopChild(child);
    return err(started.error);
  }
  let stopping = false;
  return ok({
    url: started.url,
    pin: started.pin,
    onEnd: (told) => child.once('exit', (code) => !stopping && told(code)),
    stop() {
      stopping = true;
      return stopChild(child);
    },
  });
}

/** The hub shows a certificate of its own making: this one and no other is taken. */
export function trustOnly(session: Session, pin: string | null): void {
  session.setCertificateVerifyProc(({ certificate }, done) => {
    const shown = createHash('sha256').update(new X509Certificate(certificate.data).raw).digest('base64url');
    done(shown === pin ? 0 : -3);
  });
}

function answerOf(child: UtilityProcess): Promise<z.infer<typeof message>> {
  return new Promise((resolve) => {
    const none = { ready: false, error: { code: 'internal', values: {} } } as const;
    const timer = setTimeout(() => resolve(none), START_WAIT_MS);
    child.once('exit', () => resolve(none));
    child.on('message', (raw: unknown) => {
      const parsed = message.safeParse(raw);
      if (!parsed.success) return;
      clearTimeout(timer);
      resolve(parsed.data);
    });
  });
}

function stopChild(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined) return resolve();
    const { pid } = child;
    const timer = setTimeout(() => process.kill(pid, 'SIGKILL'), STOP_WAIT_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill();
  });
}
