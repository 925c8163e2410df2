import { Notification } from 'electron';
import type { Notice } from './reminders-rounds.ts';

/** Shows notices as notifications of the system where it has any; a click on one calls `onClick`. */
export function systemNotifier(onClick: () => void, onFailed: (reason: string) => void) {
  // Held here: one that is collected as garbage no longer hears its click.
  const shown = new Map<string, Notification>();
  function withdraw(key: string): void {
    shown.get(key)?.close();
    shown.delete(key);
  }
  return {
    notify({ key, title, body }: Notice): void {
      if (!Notification.isSupported()) return;
      withdraw(key);
      const notification = new Notification({ title, body });
      notification.on('click', onClick);
      notification.on('failed', (_event, reason) => onFailed(reason));
      shown.set(key, notification);
      notification.show();
    },
    withdraw,
    close(): void {
      for (const key of [...shown.keys()]) withdraw(key);
    },
  };
}
