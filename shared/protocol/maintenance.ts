import { z } from 'zod';
import { epochMs } from '../events/event.ts';

/** `GET /api/console/maintenance` */
export const maintenance = z.object({
  database: z.enum(['sqlite', 'postgres']),
  lastBackup: z.object({ at: epochMs, actor: z.string() }).nullable(),
  retention: z.object({ photoDays: z.number().int(), attachmentDays: z.number().int() }),
  lastSweep: z.object({ at: epochMs, deleted: z.number().int() }).nullable(),
});
export type Maintenance = z.infer<typeof maintenance>;

/** `POST /api/console/retention/sweep` */
export const swept = z.object({ deleted: z.number().int() });

/** What a back-up holds: rows of each table. `POST /api/console/backup/check` and `…/restore` with the file as the body. */
export const backupContent = z.object({
  createdAt: epochMs,
  hub: z.object({ id: z.string(), name: z.string() }),
  rows: z.record(z.string(), z.number().int()),
});
export type BackupContent = z.infer<typeof backupContent>;

/** `GET /api/console/updates` */
export const updateFile = z.object({
  name: z.string(),
  bytes: z.number().int(),
  at: epochMs,
});
export const updateList = z.object({ files: z.array(updateFile) });
export type UpdateList = z.infer<typeof updateList>;
