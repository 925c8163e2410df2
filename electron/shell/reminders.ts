import { dialog } from 'electron';
import { errorText } from '../../shared/strings/check-text.ts';
import { createTranslator, type Translator } from '../../shared/strings/translator.ts';
import type { PointService } from '../point/point-service.ts';
import { policyNow } from '../point/policy-now.ts';
import { askNotices } from './ask-notices.ts';
import { autostartOf } from './autostart.ts';
import { systemNotifier } from './reminders-notify.ts';
import { reminderRounds } from './reminders-rounds.ts';
import type { RoleContext } from './role.ts';
import { openTray } from './tray.ts';
import { trayView } from './tray-view.ts';

/** Minutes are what the tray tells: this is often enough for them. */
const LOOK_EVERY_MS = 15_000;

export interface RemindersDeps {
  readonly context: RoleContext;
  readonly service: PointService;
  /** Brings the window to the front. */
  readonly open: () => void;
  readonly checkNow: () => void;
}

export interface Reminders {
  readonly snooze: (key: string) => void;
  /** Whether there is a tray to close the window into. */
  readonly hasTray: boolean;
  readonly stop: () => void;
}

/** Tells the person at this point what is due and what the province asks, by the tray and by notifications, until stopped. */
export function startReminders({ context, service, open, checkNow }: RemindersDeps): Reminders {
  const translator = cachedTranslator(() => service.settings.locale());
  const times = () => policyNow(service, Date.now()).reminders;
  const autostart = autostartOf(context);
  const notifier = systemNotifier(open, (reason) => context.log.warn({ reason }, 'notification not shown'));
  const rounds = reminderRounds({ state: service.state, times, translator, now: Date.now, ...notifier });
  const asks = askNotices({ asks: () => service.state().asks ?? [], translator, ...notifier });
  const tray = openTray({
    open,
    checkNow,
    isAutostartOn: autostart.isOn,
    setAutostart(on) {
      const set = autostart.set(on);
      if (!set.ok) {
        const { says, remedy } = errorText(translator(), set.error);
        dialog.showErrorBox(says, remedy);
      }
      look();
    },
  });

  function look(): void {
    rounds.look();
    asks.look();
    tray?.show(trayView(service.state(), Date.now(), times(), translator()));
  }

  const stopListening = service.onChange(look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    snooze: rounds.snooze,
    hasTray: tray !== null,
    stop() {
      stopListening();
      clearInterval(timer);
      notifier.close();
      tray?.destroy();
    },
  };
}

/** Words are loaded once for each language, not at every look. */
function cachedTranslator(locale: () => Translator['locale']): () => Translator {
  let translator = createTranslator(locale());
  return () => {
    if (translator.locale !== locale()) translator = createTranslator(locale());
    return translator;
  };
}
