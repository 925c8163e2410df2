import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { appErr } from '../../shared/errors.ts';
import { NOTICE_PREFIX, REQUEST_PREFIX } from '../../shared/ipc-bridge.ts';
import {
  type NoticeName,
  type NoticeValue,
  REQUESTS,
  type RequestArgs,
  type RequestName,
  type RequestValue,
} from '../../shared/ipc-contract.ts';
import type { Result } from '../../shared/result.ts';

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

/** Answers the window's requests. Returns a function that stops answering. */
export function handleRequests(handlers: RequestHandlers, options: IpcOptions): () => void {
  const names = Object.keys(REQUESTS) as RequestName[];
  for (const name of names) handleOne(name, handlers, options);
  return () => {
    for (const name of names) ipcMain.removeHandler(REQUEST_PREFIX + name);
  };
}

function handleOne<Name extends RequestName>(
  name: Name,
  handlers: RequestHandlers,
  { origin, onBug }: IpcOptions,
): void {
  ipcMain.handle(REQUEST_PREFIX + name, async (event, raw: unknown) => {
    if (!isTrusted(event.senderFrame, origin)) return appErr('window-untrusted');
    const args = REQUESTS[name].args.safeParse(raw);
    if (!args.success) return appErr('input-invalid', { field: args.error.issues[0]?.path.join('.') ?? '' });
    try {
      return await handlers[name](args.data as RequestArgs<Name>);
    } catch (error) {
      onBug(name, error);
      return appErr('internal');
    }
  });
}

function isTrusted(frame: WebFrameMain | null, origin: string): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}

/** Tells the window something, unless it is gone. */
export function notify<Name extends NoticeName>(contents: WebContents, name: Name, value: NoticeValue<Name>): void {
  if (!contents.isDestroyed()) contents.send(NOTICE_PREFIX + name, value);
}
