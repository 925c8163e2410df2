import { app, shell } from 'electron';

/** A telephone number as a link: the machine's own telephone program may dial it, and nothing else is opened. */
const TELEPHONE = /^tel:\+?\d{3,20}$/;

/** No page of ours navigates away, opens windows or embeds anything: whatever asks for it is not ours. */
export function hardenWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
      // Where no program can call, the number on the screen is there to be dialled.
      if (TELEPHONE.test(event.url)) void shell.openExternal(event.url).catch(() => undefined);
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
