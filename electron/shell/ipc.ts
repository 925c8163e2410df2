import { ipcMain, type WebContents } from 'electron';
import { NOTICE_PREFIX, REQUEST_PREFIX } from '../../shared/ipc-bridge.ts';
import { type NoticeName, type NoticeValue, REQUESTS, type RequestName } from '../../shared/ipc-contract.ts';
import { answerRequest, type IpcOptions, type RequestHandlers } from './answer-request.ts';

/** Answers the window's requests, once there is what answers them. Returns a function that stops answering. */
export function handleRequests(handlers: RequestHandlers | Promise<RequestHandlers>, options: IpcOptions): () => void {
  const names = Object.keys(REQUESTS) as RequestName[];
  for (const name of names) {
    ipcMain.handle(REQUEST_PREFIX + name, async (event, raw: unknown) => {
      // Who asks, as it is now: a frame may be gone by the time there is an answer.
      const frame = event.senderFrame && { url: event.senderFrame.url, parent: event.senderFrame.parent };
      return answerRequest(name, await handlers, options, { frame, raw });
    });
  }
  return () => {
    for (const name of names) ipcMain.removeHandler(REQUEST_PREFIX + name);
  };
}

/** Tells the window something, unless it is gone. */
export function notify<Name extends NoticeName>(contents: WebContents, name: Name, value: NoticeValue<Name>): void {
  if (!contents.isDestroyed()) contents.send(NOTICE_PREFIX + name, value);
}
