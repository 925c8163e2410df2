import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, shell } from 'electron';
import type { AppError } from '../../shared/errors.ts';
import { minutesDocument } from '../../shared/minutes/document.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createTranslator } from '../../shared/strings/translator.ts';
import { diskFault } from '../point/disk-fault.ts';
import type { PointService } from '../point/point-service.ts';

/**
 * Asks where to, writes the record there and opens it, so that it can be read and printed. False when the person changed their mind.
 * Errors: `meeting-unknown`, `disk-full`, `storage-failed`.
 */
export async function saveMinutes(service: PointService, meetingId: string): Promise<Result<boolean, AppError>> {
  const minutes = await service.minutes(meetingId);
  if (!minutes.ok) return minutes;
  const name = `bien-ban-${minutes.value.point.code}-${meetingId.replace(/[^\w-]/g, '_')}.pdf`;
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return ok(false);
  try {
    // Read from disk once it is asked for: a start has no use for it.
    const { writePdf } = await import('../pdf/render.ts');
    const document = minutesDocument(minutes.value, createTranslator(service.settings.locale()));
    await writePdf(document, createWriteStream(filePath));
  } catch (error) {
    return err(diskFault(error, 'storage-failed'));
  }
  void shell.openPath(filePath);
  return ok(true);
}
