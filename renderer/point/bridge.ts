import { appErr } from '../../shared/errors.ts';
import type { Bridge } from '../../shared/ipc-bridge.ts';
import {
  NOTICES,
  type NoticeName,
  type NoticeValue,
  REQUESTS,
  type RequestArgs,
  type RequestValue,
  resultOf,
} from '../../shared/ipc-contract.ts';
import type { RequestName } from '../../shared/ipc-names.ts';
import type { Result } from '../../shared/result.ts';

declare global {
  interface Window {
    readonly diemCau?: Bridge;
  }
}

/** The main process, as the window sees it. Every answer is parsed; one that does not fit is the error `internal`. */
export interface BridgeClient {
  readonly request: <Name extends RequestName>(
    name: Name,
    args: RequestArgs<Name>,
  ) => Promise<Result<RequestValue<Name>>>;
  /** Returns its stop. A notice that does not fit the contract is passed over. */
  readonly onNotice: <Name extends NoticeName>(name: Name, listener: (value: NoticeValue<Name>) => void) => () => void;
}

export function createBridgeClient(bridge: Bridge): BridgeClient {
  return {
    async request<Name extends RequestName>(name: Name, args: RequestArgs<Name>) {
      const answer = await bridge.request(name, args).catch(() => null);
      const parsed = resultOf(REQUESTS[name].value).safeParse(answer);
      return parsed.success ? (parsed.data as Result<RequestValue<Name>>) : appErr('internal');
    },
    onNotice<Name extends NoticeName>(name: Name, listener: (value: NoticeValue<Name>) => void) {
      return bridge.onNotice(name, (value) => {
        const parsed = NOTICES[name].safeParse(value);
        if (parsed.success) listener(parsed.data as NoticeValue<Name>);
      });
    },
  };
}
