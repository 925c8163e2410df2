import { contextBridge, ipcRenderer } from 'electron';
import { appearanceOf } from '../shared/appearance.ts';
import { APPEARANCE_ARGUMENT, type Bridge, NOTICE_PREFIX, REQUEST_PREFIX } from '../shared/ipc-bridge.ts';

const argument = process.argv.find((one) => one.startsWith(APPEARANCE_ARGUMENT));
/**
 * The only bridge between window and main process. It can reach nothing but the prefixed channels of the contract; main
 * answers none that the contract does not name, and checks sender and arguments of each.
 */
const bridge: Bridge = {
  appearance: appearanceOf(argument?.slice(APPEARANCE_ARGUMENT.length)) ?? 'system',
  request: (name, args) => ipcRenderer.invoke(REQUEST_PREFIX + name, args),
  onNotice: (name, listener) => {
    const forward = (_event: unknown, value: unknown) => listener(value);
    ipcRenderer.on(NOTICE_PREFIX + name, forward);
    return () => ipcRenderer.removeListener(NOTICE_PREFIX + name, forward);
  },
};

contextBridge.exposeInMainWorld('diemCau', bridge);
