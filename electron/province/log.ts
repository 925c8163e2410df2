import { type Logger, pino } from 'pino';

/** Structured lines on stderr: stdout belongs to what a command prints. Callers log ids and counts, never names or secrets. */
export function stderrLog(level: 'debug' | 'info' | 'warn' | 'silent' = 'info'): Logger {
  return pino(
    { name: 'diem-cau-hub', level, base: {}, serializers: { err: errorFacts } },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** A database's error carries the row it was about; the log gets what happened and where, not the row. */
function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
