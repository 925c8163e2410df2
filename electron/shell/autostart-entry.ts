import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../../shared/result.ts';
import { onDisk } from '../point/journal-file.ts';

/** Whether this point opens when its user logs in. The operating system keeps it, so that its own switch tells the same. */
export interface Autostart {
  isOn(): boolean;
  /** Errors: `storage-failed`. */
  set(on: boolean): Result<null>;
}

/** What the pieces of a command that opens this application are taken from. */
export interface StartParts {
  readonly execPath: string;
  /** The file a person started where it unpacks itself to another place at every start; else undefined. */
  readonly appImage: string | undefined;
  /** The folder of the application where the executable is a bare Electron; null in an installed one. */
  readonly appPath: string | null;
  /** Null: the usual place. */
  readonly dataDir: string | null;
}

/** The executable, and its arguments, that open this point again. */
export function startCommand(parts: StartParts): { readonly path: string; readonly args: readonly string[] } {
  const { execPath, appImage, appPath, dataDir } = parts;
  return {
    path: appImage ?? execPath,
    args: [...(appPath === null ? [] : [appPath]), '--role=point', ...(dataDir === null ? [] : [`--data=${dataDir}`])],
  };
}

/** A file for `~/.config/autostart`, by the Desktop Application Autostart Specification of freedesktop.org. */
export function desktopEntry(
  name: string,
  command: { readonly path: string; readonly args: readonly string[] },
): string {
  const exec = [command.path, ...command.args].map(desktopArgument).join(' ');
  // In the whole value a backslash is doubled once more.
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${exec.replaceAll('\\', '\\\\')}`,
    'Terminal=false',
    '',
  ].join('\n');
}

function desktopArgument(text: string): string {
  return `"${text.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}

/** Desktops switch an entry off in one of two ways instead of removing it. */
export function isEntryOn(entry: string): boolean {
  return !/^(Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(entry);
}

/** As Windows splits a command line again: in quotes where there are blanks, a backslash before a quote doubled. */
export function windowsArgument(text: string): string {
  if (text !== '' && !/[\s"]/.test(text)) return text;
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

/** The switch as a file that is there or not. */
export function entryIn(file: string, content: () => string): Autostart {
  return {
    isOn() {
      try {
        return isEntryOn(readFileSync(file, 'utf8'));
      } catch {
        return false;
      }
    },
    set: (on) =>
      onDisk(() => {
        if (on) {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content());
        } else rmSync(file, { force: true });
        return null;
      }),
  };
}

/** Writes a file anew that says one thing so that it says another; what a person, or another data folder's point, wrote stays. */
export function moveEntry(file: string, from: string, to: string): void {
  try {
    if (readFileSync(file, 'utf8') === from) writeFileSync(file, to);
  } catch {
    // It is switched off.
  }
}
