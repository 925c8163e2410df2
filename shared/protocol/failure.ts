import { z } from 'zod';
import { appError } from '../error-schema.ts';

/** The body of every answer of the hub that is not 2xx. */
export const failureBody = z.object({ error: appError });
