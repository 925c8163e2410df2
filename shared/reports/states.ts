import type { Translator } from '../strings/translator.ts';

/** What each state is called, by the words under `path`. */
export function statesIn(
  { raw }: Translator,
  path: string,
  states: readonly string[],
): Readonly<Record<string, string>> & Record<string, string> {
  return Object.fromEntries(states.map((state) => [state, raw(`${path}.${state}`) ?? state]));
}
