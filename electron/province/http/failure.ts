import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type AppError, ERRORS } from '../../../shared/errors.ts';
import type { failureBody } from '../../../shared/protocol/failure.ts';
import { databaseDamage, diskFailure } from '../db/damage.ts';

/** Answers an expected failure: its status, and `{ error }`. */
export function sendError(reply: FastifyReply, error: AppError): FastifyReply {
  const body: z.infer<typeof failureBody> = { error };
  const seconds = error.values.seconds;
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  return reply.code(ERRORS[error.code]).send(body);
}

/** What nobody expected: logged here with its stack, told to the caller without any of it. */
export function handleFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = ofFramework(error);
    if (known !== null) return sendError(reply, known);
    request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed unexpectedly');
    // How the database is damaged is for the log: who asks learns that nothing could be written.
    const stored =
      diskFailure(error) ?? (databaseDamage(error) && ({ code: 'hub-storage-failed', values: {} } as const));
    return sendError(reply, stored ?? { code: 'internal', values: {} });
  });
  app.setNotFoundHandler((_request, reply) => sendError(reply, { code: 'not-found', values: {} }));
}

/** What Fastify itself refuses before a handler runs: a body that is no JSON, too large or of another type. */
function ofFramework(error: FastifyError): AppError | null {
  if (error.statusCode === 429) return { code: 'rate-limited', values: {} };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'input-invalid', values: { field: 'body' } };
  }
  return null;
}
