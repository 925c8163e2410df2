import type { Translator } from './translator.ts';

/** What was done, in words; the action's own name where it has none. */
export function actionText({ raw }: Translator, action: string): string {
  return raw(`audit.actions.${action}`) ?? action;
}
