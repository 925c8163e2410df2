import type { AppError } from '../../shared/errors.ts';

/** Something of a journal that does not hold. */
export interface JournalFault {
  readonly device: string;
  readonly what: 'entry' | 'receipt' | 'checkpoint';
  /** Number of the line, of the entry the receipt is for, or of the entries the checkpoint was signed over. */
  readonly seq: number;
  readonly error: AppError;
}
