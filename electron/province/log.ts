import { type DestinationStream, type Logger, pino } from 'pino';
import { rotatingFile } from '../log/rotating-file.ts';

type Level = 'debug' | 'info' | 'warn' | 'silent';

/** Structured lines on stderr: stdout belongs to what a command prints. Callers log ids and counts, never names or secrets. */
export function stderrLog(level: Level = 'info'): Logger {
  return hubLog(level, pino.destination({ dest: 2, sync: false }));
}

/** The same into a file that is set aside when it is full. */
export function fileLog(file: string, level: Level = 'info'): Logger {
  return hubLog(level, rotatingFile(file));
}

function hubLog(level: Level, to: DestinationStream): Logger {
  return pino({ name: 'diem-cau-hub', level, base: {}, serializers: { err: errorFacts } }, to);
}

/** A database's error carries the row it was about; the log gets what happened and where, not the row. */
function errorFacts(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
