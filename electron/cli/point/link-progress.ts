import type { LinkWaiting } from '../../../shared/checks/link/live.ts';
import type { Translator } from '../../../shared/strings/translator.ts';

/** In a log, only so many lines of progress. */
const STEP_PCT = 25;
const CLEAR_LINE = '\r\u001b[2K';

export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly write: (text: string) => unknown;
}

/** Tells how far the link test is: one line that changes on a terminal, a few lines anywhere else. */
export function linkProgress(stream: ProgressStream, { t }: Translator) {
  let told = '';

  function say(text: string): void {
    if (text === told) return;
    told = text;
    stream.write(stream.isTTY ? `${CLEAR_LINE}${text}` : `${text}\n`);
  }

  return {
    onProgress(fraction: number): void {
      const pct = Math.floor(fraction * 100);
      say(t('point.line.measuring', { percent: stream.isTTY ? pct : pct - (pct % STEP_PCT) }));
    },
    onWaiting(waiting: LinkWaiting | null): void {
      if (waiting) say(waitingText(waiting, t));
    },
    /** Leaves a terminal's line empty for what comes next. */
    end(): void {
      if (stream.isTTY) stream.write(CLEAR_LINE);
    },
  };
}

function waitingText({ place, estimateMs }: LinkWaiting, t: Translator['t']): string {
  return t('point.line.waiting', { place, seconds: Math.ceil(estimateMs / 1000) });
}
