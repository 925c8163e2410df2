import { session } from 'electron';
import { proxyOfScript } from '../checks/link/proxy.ts';

/** The proxy this system's settings, or their script, give for an address; null: none. */
export async function systemProxy(url: string): Promise<string | null> {
  return proxyOfScript(await session.defaultSession.resolveProxy(url));
}
