import { appErr } from '../../shared/errors.ts';
import { REQUESTS, type RequestArgs, type RequestValue } from '../../shared/ipc-contract.ts';
import type { RequestName } from '../../shared/ipc-names.ts';
import type { Result } from '../../shared/result.ts';
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
 * Answers one request of a window, whatever was sent. Errors besides those of the handler: `window-untrusted`, `input-invalid`,
 * `internal` (a bug, told to `onBug`).
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
    return await handlers[name](args.data as RequestArgs<Name>);
  } catch (error) {
    onBug(name, error);
    return appErr('internal');
  }
}

function isTrusted(frame: Asked['frame'], origin: string): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}
