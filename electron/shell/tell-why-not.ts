import { app, dialog } from 'electron';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/strings/check-text.ts';
import { createTranslator } from '../../shared/strings/translator.ts';
import { supportLines } from '../../shared/support-lines.ts';
import type { RoleContext } from './role.ts';
import { keptLocale, supportPlaces } from './support-places.ts';

/** Without its data a role has nothing to show: says why, what to do, and what support will ask for. */
export function tellWhyNot(error: AppError, { dataDir, launch, log }: RoleContext, role: 'point' | 'province'): void {
  const words = createTranslator(keptLocale(dataDir));
  const { says, remedy } = errorText(words, error);
  log.error({ code: error.code }, 'the data cannot be opened');
  process.stderr.write(`${says} ${remedy} [${error.code}] ${dataDir}\n`);
  if (launch.mode.kind === 'unattended') return;
  const lines = supportLines(error, supportPlaces(dataDir, role, app.getVersion()));
  const told = lines.map(({ name, value }) => `${words.t(`support.${name}`)}: ${value}`);
  dialog.showErrorBox(says, [remedy, '', words.t('support.tell'), ...told].join('\n'));
}
