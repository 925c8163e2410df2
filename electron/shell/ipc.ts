import { ipcMain, type WebContents } from 'electron';
import { NOTICE_PREFIX, REQUEST_PREFIX } from '../../shared/ipc-bridge.ts';
import type { NoticeName, NoticeValue } from '../../shared/ipc-contract.ts';
import { REQUEST_NAMES, type RequestName } from '../../shared/ipc-names.ts';

/** Which page asks, as far as we must know it. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

export interface Asked {
  readonly frame: SenderFrame | null;
  readonly raw: unknown;
}

/** Answers one request of a window, whatever was sent; never rejects. */
export type Answer = (name: RequestName, asked: Asked) => Promise<unknown>;

/** Answers the window's requests, once there is what answers them. */
export function handleRequests(answering: Promise<Answer>): void {
  for (const name of REQUEST_NAMES) {
    ipcMain.handle(REQUEST_PREFIX + name, async (event, raw: unknown) => {
      // Who asks, as it is now: a frame may be gone by the time there is an answer.
      const frame = event.senderFrame && { url: event.senderFrame.url, parent: event.senderFrame.parent };
      const answer = await answering;
      return answer(name, { frame, raw });
    });
  }
}

/** Tells the window something, unless it is gone. */
export function notify<Name extends NoticeName>(contents: WebContents, name: Name, value: NoticeValue<Name>): void {
  if (!contents.isDestroyed()) contents.send(NOTICE_PREFIX + name, value);
}
