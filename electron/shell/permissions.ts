import { desktopCapturer, type Session, type WebContents } from 'electron';

/** Camera and microphone (`media`), choosing the loudspeaker, and capturing the screen: what the checks measure, and no more. */
const ALLOWED: ReadonlySet<string> = new Set(['media', 'speaker-selection', 'display-capture']);

/** Grants the checks' devices to `origin` alone (null: to nobody) and refuses everything else. */
export function restrictPermissions(session: Session, origin: string | null): void {
  const allowed = (permission: string, from: string) =>
    origin !== null && ALLOWED.has(permission) && sameOrigin(from, origin);

  session.setPermissionRequestHandler((contents: WebContents, permission, callback, details) => {
    callback(details.isMainFrame && allowed(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => allowed(permission, requestingOrigin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(async (request, callback) => {
    if (request.frame === null || !allowed('display-capture', request.frame.url)) return callback({});
    const [screen] = await desktopCapturer
      .getSources({ types: ['screen'], thumbnailSize: { width: 0, height: 0 } })
      .catch(() => []);
    // No source: the page's getDisplayMedia rejects, which the probe reports as "cannot start".
    callback(screen === undefined ? {} : { video: screen });
  });
}

function sameOrigin(url: string, origin: string): boolean {
  return url === origin || url === `${origin}/` || url.startsWith(`${origin}/`);
}
