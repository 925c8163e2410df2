import { z } from 'zod';
import { type AppError, ERROR_CODES } from './errors.ts';

/** An `AppError` as it crosses a boundary. Apart from it: a window says what failed before it reads any schema. */
export const appError: z.ZodType<AppError> = z.object({
  code: z.enum(ERROR_CODES),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
