import { formatTime } from '../../../shared/strings/format.ts';
import type { Translator } from '../../../shared/strings/translator.ts';
import type { UpdateState } from '../../../shared/updates/state.ts';
import type { Notice } from '../reminders-rounds.ts';

export interface UpdateNoticesDeps {
  readonly translator: () => Translator;
  readonly notify: (notice: Notice) => void;
  readonly withdraw: (key: string) => void;
}

const KEY = 'update';

/** Tells somebody who has the window closed that an update is about to be installed: once, and again after each postponement. */
export function updateNotices({ translator, notify, withdraw }: UpdateNoticesDeps): (state: UpdateState) => void {
  let told: number | null = null;
  return (state) => {
    const until = state.kind === 'ready' && state.waiting?.why === 'notice' ? state.waiting.until : null;
    if (until === told) return;
    told = until;
    if (until === null || state.kind !== 'ready') return withdraw(KEY);
    const { t } = translator();
    const body = t('updates.whys.notice', { until: formatTime(until) });
    notify({ key: KEY, title: t('updates.ready', { version: state.version }), body });
  };
}
