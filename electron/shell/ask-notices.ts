import type { Ask } from '../../shared/protocol/wall.ts';
import { checkName } from '../../shared/strings/check-text.ts';
import { formatTime } from '../../shared/strings/format.ts';
import type { Translator } from '../../shared/strings/translator.ts';
import type { Notice } from './reminders-rounds.ts';

export interface AskNoticesDeps {
  /** What the province asks of this point and is not answered. */
  readonly asks: () => readonly Ask[];
  readonly translator: () => Translator;
  readonly notify: (notice: Notice) => void;
  /** It was answered, or is over. */
  readonly withdraw: (key: string) => void;
}

/** Tells each thing the province asks once, for as long as it waits for an answer. */
export function askNotices({ asks, translator, notify, withdraw }: AskNoticesDeps) {
  let standing: ReadonlySet<string> = new Set();
  return {
    /** To be called from time to time, and whenever the point's state changed. */
    look(): void {
      const open = openAsks(asks());
      const keys = new Set(open.map(keyOf));
      for (const key of standing) if (!keys.has(key)) withdraw(key);
      const words = translator();
      for (const ask of open) if (!standing.has(keyOf(ask))) notify(noticeOf(ask, words));
      standing = keys;
    },
  };
}

/** Those somebody here must still answer. */
export function openAsks(asks: readonly Ask[] | undefined): readonly Ask[] {
  return (asks ?? []).filter(({ state }) => state === 'pending' || state === 'delivered');
}

/** What is asked, in one sentence. */
export function askText({ kind, check, text }: Ask, words: Translator): string {
  if (kind === 'note') return `${words.t('wall.atPoint.note')}: ${text}`;
  return words.t('wall.atPoint.recheck', { name: check === null ? '' : checkName(words, check) });
}

function noticeOf(ask: Ask, words: Translator): Notice {
  const by = words.t('wall.atPoint.by', { who: ask.by, time: formatTime(ask.at) });
  const lines = [askText(ask, words), ...(ask.kind === 'recheck' && ask.text !== '' ? [ask.text] : []), by];
  return { key: keyOf(ask), title: words.t('wall.atPoint.notice'), body: lines.join('\n') };
}

function keyOf({ id }: Ask): string {
  return `ask ${id}`;
}
