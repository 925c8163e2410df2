/**
 * The proxy that the environment tells programs to use for an address, without its password; null: none. The link test itself
 * never goes by it.
 */
export function proxyOfEnvironment(url: string, env: Readonly<Record<string, string | undefined>>): string | null {
  const { protocol, hostname, port } = new URL(url);
  if (exempt(hostname, port, env.NO_PROXY ?? env.no_proxy ?? '')) return null;
  // By convention HTTP_PROXY is read in small letters only.
  const scheme = protocol === 'https:' ? (env.HTTPS_PROXY ?? env.https_proxy) : env.http_proxy;
  const set = scheme || env.ALL_PROXY || env.all_proxy;
  if (!set) return null;
  const address = set.includes('://') ? set : `http://${set}`;
  return URL.canParse(address) ? new URL(address).host || null : null;
}

/** `DIRECT`, `PROXY host:port; DIRECT`: what a proxy script says, the first choice first. */
export function proxyOfScript(answer: string): string | null {
  const [, host] = /^(?:PROXY|HTTPS?|SOCKS[45]?)\s+(\S+)$/i.exec(answer.split(';')[0]?.trim() ?? '') ?? [];
  return host ?? null;
}

function exempt(hostname: string, port: string, list: string): boolean {
  return list.split(/[,\s]+/).some((entry) => {
    if (entry === '*') return true;
    const [name, only] = entry.replace(/^\*?\./, '').split(':');
    if (!name || (only !== undefined && only !== port)) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}
