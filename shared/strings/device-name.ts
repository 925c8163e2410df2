import type { Translator } from './translator.ts';

/** As Chromium names what the machine itself has chosen: alone, or before the device's own name. */
const CHOSEN = /^(?:Default|Communications)(?: - (.+))?$/;

/** A device in words: its own name, and where it has none but that it is the machine's choice, that. */
export function deviceName({ t }: Pick<Translator, 't'>, label: string): string {
  const chosen = CHOSEN.exec(label.trim());
  return chosen === null ? label : (chosen[1] ?? t('point.devices.systemDefault').toLowerCase());
}
