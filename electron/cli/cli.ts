import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/strings/check-text.ts';
import { createTranslator, type Locale } from '../../shared/strings/translator.ts';

/** What a command ends with: `failed` for an expected failure, `usage` for a wrong call, `internal` for a bug. */
export const EXIT = { ok: 0, failed: 1, usage: 2, internal: 70 } as const;

/** Ends a command with one line on stderr and an exit code; no stack trace reaches the user. */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.failed) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}

/** One command. `run` answers its exit code, or nothing for 0; it throws `CliError` for what the user can mend. */
export interface Command {
  /** The call after the command's name, as in `--data DIR --point CODE`. */
  readonly usage: string;
  readonly summary: string;
  readonly run: (argv: readonly string[]) => Promise<number | undefined>;
}

/** By name; a name may have two words (`meetings add`). Each is loaded when it is called: a small one starts without the hub. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

type CliOptions = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's options and exactly the `positionals` named. Throws `CliError` (usage) for anything unknown, missing or too much.
 */
export function parseCommand<const Options extends CliOptions>(
  argv: readonly string[],
  options: Options,
  positionals: readonly string[] = [],
) {
  const parsed = parseOrFail(argv, options);
  const missing = positionals[parsed.positionals.length];
  if (missing !== undefined) throw new CliError(`${missing} is missing`, EXIT.usage);
  const extra = parsed.positionals[positionals.length];
  if (extra !== undefined) throw new CliError(`unexpected argument: ${extra}`, EXIT.usage);
  return parsed;
}

function parseOrFail<const Options extends CliOptions>(argv: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CliError(messageOf(error), EXIT.usage);
  }
}

/** The value of an option that must be there. */
export function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new CliError(`--${name} is missing`, EXIT.usage);
  return value;
}

/** A whole number of an option, within bounds. */
export function wholeNumber(name: string, value: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw new CliError(`--${name} takes a whole number from ${min} to ${max}, not "${value}"`, EXIT.usage);
  }
  return number;
}

/** An expected failure in words, with what to do about it. */
export function failed(error: AppError, locale: Locale = cliLocale(process.env)): CliError {
  const { says, remedy } = errorText(createTranslator(locale), error);
  return new CliError(oneLine(`${says} ${remedy} [${error.code}]`));
}

/** Vietnamese where the terminal is set to it, else English. */
export function cliLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return set.startsWith('vi') ? 'vi' : 'en';
}

/** One JSON document on stdout. Everything else a command with `--json` has to say goes to stderr. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says something beside the result, on stderr. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Finds the command, runs it and answers the exit code. Never throws. */
export async function runCli(program: string, commands: Commands, argv: readonly string[]): Promise<number> {
  if (argv.length === 0 || argv[0] === 'help' || argv[0] === '--help') {
    printLine(await helpOf(program, commands));
    return argv.length === 0 ? EXIT.usage : EXIT.ok;
  }
  const name = [`${argv[0]} ${argv[1]}`, `${argv[0]}`].find((candidate) => Object.hasOwn(commands, candidate));
  const load = name === undefined ? undefined : commands[name];
  if (name === undefined || load === undefined) {
    note(`${program}: unknown command "${argv[0]}"; "${program} help" lists them`);
    return EXIT.usage;
  }
  const rest = argv.slice(name.split(' ').length);
  try {
    const command = await load();
    if (rest.includes('--help')) {
      printLine(`${program} ${name} ${command.usage}\n${command.summary}`);
      return EXIT.ok;
    }
    return (await command.run(rest)) ?? EXIT.ok;
  } catch (error) {
    return tell(`${program} ${name}`, error);
  }
}

/** What an error says. A refused connection says nothing itself: what it gathered does. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return oneLine(error instanceof Error ? error.message : String(error));
}

function tell(where: string, error: unknown): number {
  const message = messageOf(error);
  if (error instanceof CliError) {
    note(`${where}: ${message}`);
    return error.exitCode;
  }
  note(`${where}: internal error: ${message}`);
  return EXIT.internal;
}

async function helpOf(program: string, commands: Commands): Promise<string> {
  const lines = Object.entries(commands).map(async ([name, load]) => {
    const { usage, summary } = await load();
    return `  ${name} ${usage}\n      ${summary}`;
  });
  return [`${program} COMMAND …`, ...(await Promise.all(lines))].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
