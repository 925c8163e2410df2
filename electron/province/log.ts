import { type Logger, pino } from 'pino';

/** Structured lines on stderr: stdout belongs to what a command prints. Callers log ids and counts, never names or secrets. */
export function stderrLog(level: 'debug' | 'info' | 'warn' | 'silent' = 'info'): Logger {
  return pino({ name: 'diem-cau-hub', level, base: {} }, pino.destination({ dest: 2, sync: false }));
}
