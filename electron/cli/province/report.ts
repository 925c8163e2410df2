import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { periodOf, periodReportQuery, REPORT_FORMATS } from '../../../shared/protocol/reports.ts';
import { REPORT_KINDS, type ReportKind } from '../../../shared/reports/model.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import type { Db } from '../../province/db/schema.ts';
import { renderReport } from '../../province/reports/formats/render.ts';
import { type AskedReport, makeReport } from '../../province/reports/make-report.ts';
import { CliError, type Command, EXIT, failed, messageOf, parseCommand, required } from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  kind: { type: 'string', default: 'readiness' },
  meeting: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  cluster: { type: 'string' },
  point: { type: 'string' },
  section: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string', default: 'vi' },
} as const;

type Values = ReturnType<typeof parseCommand<typeof OPTIONS>>['values'];

export const report: Command = {
  usage: `${STORE_USAGE} [--kind readiness|discipline|devices] --meeting ID | --from YYYY-MM-DD --to YYYY-MM-DD [--cluster NAME] [--point CODE] [--format json|csv|xlsx|pdf] [--section ID] [--out FILE] [--lang vi|en]`,
  summary:
    'Prints a report, or writes it to FILE: readiness of a meeting, discipline or devices of a meeting or period.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const kind = oneOf('kind', values.kind, REPORT_KINDS);
    const format = oneOf('format', values.format ?? 'json', REPORT_FORMATS);
    const lang = oneOf('lang', values.lang, ['vi', 'en']);
    if (values.json && format !== 'json') {
      throw new CliError(`--json and --format ${format} exclude each other`, EXIT.usage);
    }
    if (values.out === undefined && process.stdout.isTTY && (format === 'xlsx' || format === 'pdf')) {
      throw new CliError(`--format ${format} takes --out FILE: a terminal cannot show it`, EXIT.usage);
    }
    const now = Date.now();
    const asked = askedOf(kind, values, now);
    const translator = createTranslator(lang);
    const tell = async (db: Db) => {
      const made = await makeReport(db, asked, now, translator);
      if (made === null) throw failed({ code: 'meeting-unknown', values: {} });
      const body = await renderReport(made, format, values.section, translator);
      if (body === null) {
        const ids = made.report.sections.map(({ id }) => id).join(', ');
        throw new CliError(`--section takes one of ${ids}, not "${values.section}"`, EXIT.usage);
      }
      await write(body, values.out);
      if (format === 'json' && values.out === undefined) process.stdout.write('\n');
    };
    await withStore(values, tell, 'look');
    return EXIT.ok;
  },
};

async function write(body: NodeJS.ReadableStream, out: string | undefined): Promise<void> {
  if (out === undefined) return pipeline(body, process.stdout, { end: false });
  // Names people: for this user only.
  await pipeline(body, createWriteStream(out, { mode: 0o600 })).catch(async (error: unknown) => {
    // Half a report must not be taken for a whole one.
    await rm(out, { force: true }).catch(() => undefined);
    throw new CliError(`cannot write ${out}: ${messageOf(error)}`);
  });
}

function askedOf(kind: ReportKind, values: Values, now: number): AskedReport {
  const narrowed = { cluster: values.cluster ?? null, point: values.point ?? null };
  if (kind === 'readiness') return { kind, meeting: required('meeting', values.meeting), narrowed, contacts: true };
  const { meeting, from, to } = values;
  const period = periodReportQuery.safeParse({ meeting, from, to });
  if (!period.success) {
    const [field = 'from'] = period.error.issues[0]?.path ?? [];
    throw new CliError(
      `--${String(field)} takes a day as 2026-01-31, --from not after --to and not years before`,
      EXIT.usage,
    );
  }
  return { kind, meeting: meeting ?? null, ...periodOf(period.data, now), narrowed };
}

function oneOf<const Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new CliError(`--${name} takes ${choices.join(' or ')}, not "${value}"`, EXIT.usage);
  return choice;
}
