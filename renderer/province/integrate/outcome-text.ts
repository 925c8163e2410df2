import type { Translator } from '../../../shared/strings/translator.ts';

/** What the receiver answered, or in words what broke, with its code for whoever mends it. */
export function outcomeText({ raw }: Translator, outcome: string): string {
  return raw(`integrate.webhooks.outcomes.${outcome}`, { outcome }) ?? outcome;
}
