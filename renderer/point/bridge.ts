import { appErr } from '../../shared/errors.ts';
import type { Bridge } from '../../shared/ipc-bridge.ts';
import type { NoticeName, NoticeValue, RequestArgs, RequestValue } from '../../shared/ipc-contract.ts';
import type { RequestName } from '../../shared/ipc-names.ts';
import type { Result } from '../../shared/result.ts';

declare global {
  interface Window {
    readonly diemCau?: Bridge;
  }
}

/**
 * The main process, as the window sees it. Whatever crosses was held to the contract there, which knows the schemas; a window that
 * read them first would open later.
 */
export interface BridgeClient {
  /** A bridge that fails is the error `internal`. */
  readonly request: <Name extends RequestName>(
    name: Name,
    args: RequestArgs<Name>,
  ) => Promise<Result<RequestValue<Name>>>;
  /** Returns its stop. */
  readonly onNotice: <Name extends NoticeName>(name: Name, listener: (value: NoticeValue<Name>) => void) => () => void;
}

export function createBridgeClient(bridge: Bridge): BridgeClient {
  return {
    async request<Name extends RequestName>(name: Name, args: RequestArgs<Name>) {
      const answer = await bridge.request(name, args).catch(() => appErr('internal'));
      return answer as Result<RequestValue<Name>>;
    },
    onNotice: <Name extends NoticeName>(name: Name, listener: (value: NoticeValue<Name>) => void) =>
      bridge.onNotice(name, (value) => listener(value as NoticeValue<Name>)),
  };
}
