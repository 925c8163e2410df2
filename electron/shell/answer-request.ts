import type { ZodError } from 'zod';
import { appErr } from '../../shared/errors.ts';
import {
  NOTICES,
  type NoticeName,
  type NoticeValue,
  REQUESTS,
  type RequestArgs,
  type RequestValue,
} from '../../shared/ipc-contract.ts';
import type { RequestName } from '../../shared/ipc-names.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Asked } from './ipc.ts';

/** One function for every request of the contract: what is missing does not compile. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    args: RequestArgs<Name>,
  ) => Result<RequestValue<Name>> | Promise<Result<RequestValue<Name>>>;
};

export interface IpcOptions {
  /** The only origin that is answered, and only from its top frame. */
  readonly origin: string;
  readonly onBug: (name: RequestName, error: unknown) => void;
}

/**
 * Answers one request of a window, whatever was sent, with what the contract promises it. Errors besides those of the handler:
 * `window-untrusted`, `input-invalid`, `internal` (a bug, told to `onBug`).
 */
export async function answerRequest<Name extends RequestName>(
  name: Name,
  handlers: RequestHandlers,
  { origin, onBug }: IpcOptions,
  { frame, raw }: Asked,
): Promise<Result<RequestValue<Name>>> {
  if (!isTrusted(frame, origin)) return appErr('window-untrusted');
  const args = REQUESTS[name].args.safeParse(raw);
  if (!args.success) return appErr('input-invalid', { field: args.error.issues[0]?.path.join('.') ?? '' });
  try {
    return fitting(name, await handlers[name](args.data as RequestArgs<Name>));
  } catch (error) {
    onBug(name, error);
    return appErr('internal');
  }
}

/** @throws what the value lacks, by its places alone: what stands there may be a person's. */
function fitting<Name extends RequestName>(name: Name, answer: Result<RequestValue<Name>>): Result<RequestValue<Name>> {
  if (!answer.ok) return answer;
  const value = REQUESTS[name].value.safeParse(answer.value);
  if (!value.success) throw new Error(`the answer does not fit: ${placesOf(value.error)}`);
  return ok(value.data as RequestValue<Name>);
}

/** Null, told to `onMisfit`: what the contract does not promise the window. */
export function fittingNotice<Name extends NoticeName>(
  name: Name,
  value: NoticeValue<Name>,
  onMisfit: (places: string) => void,
): NoticeValue<Name> | null {
  const parsed = NOTICES[name].safeParse(value);
  if (parsed.success) return parsed.data as NoticeValue<Name>;
  onMisfit(placesOf(parsed.error));
  return null;
}

function placesOf({ issues }: ZodError): string {
  return issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
}

function isTrusted(frame: Asked['frame'], origin: string): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}
