import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { Writable } from 'node:stream';
import { destination } from 'pino';

/** A laptop's log of months stays below 20 MB. */
const MOST_BYTES = 4 * 1024 * 1024;
const OLD_FILES = 4;

export interface Rotation {
  readonly mostBytes?: number;
  readonly oldFiles?: number;
}

/**
 * A log file that is set aside as `FILE.1`, `FILE.2` … when it is full; the oldest is deleted. Each line is on its way to disk when
 * `write` returns. Where a line cannot be written (disk full) it is lost: the log must never stop what it tells about.
 */
export function rotatingFile(file: string, { mostBytes = MOST_BYTES, oldFiles = OLD_FILES }: Rotation = {}): Writable {
  const sink = destination({ dest: file, mkdir: true, sync: true, mode: 0o600 });
  sink.on('error', () => undefined);
  let bytes = sizeOf(file);
  return new Writable({
    decodeStrings: false,
    write(line: string | Buffer, _encoding, done) {
      try {
        if (bytes > 0 && bytes + line.length > mostBytes) {
          setAside(file, oldFiles);
          sink.reopen();
          bytes = 0;
        }
        sink.write(String(line));
        bytes += line.length;
      } catch {
        // Lost, see above.
      }
      done();
    },
    final(done) {
      sink.end();
      done();
    },
  });
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function setAside(file: string, oldFiles: number): void {
  rmSync(`${file}.${oldFiles}`, { force: true });
  for (let number = oldFiles - 1; number >= 1; number -= 1) {
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  if (existsSync(file)) renameSync(file, `${file}.1`);
}
