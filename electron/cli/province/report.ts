import { createTranslator } from '../../../shared/strings/translator.ts';
import { readinessReport } from '../../province/reports/readiness.ts';
import { readinessCsv } from '../../province/reports/readiness-csv.ts';
import { CliError, type Command, EXIT, failed, parseCommand, printJson, required } from '../cli.ts';
import { STORE_OPTIONS, STORE_USAGE, withStore } from './store.ts';

const OPTIONS = {
  ...STORE_OPTIONS,
  meeting: { type: 'string' },
  format: { type: 'string' },
  lang: { type: 'string', default: 'vi' },
} as const;

export const report: Command = {
  usage: `${STORE_USAGE} --meeting ID [--format json|csv] [--lang vi|en]`,
  summary: 'Prints the readiness of every point invited to a meeting (JSON unless --format csv).',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const meeting = required('meeting', values.meeting);
    const format = oneOf('format', values.format ?? 'json', ['json', 'csv']);
    const lang = oneOf('lang', values.lang, ['vi', 'en']);
    if (values.json && format !== 'json') throw new CliError('--json and --format csv exclude each other', EXIT.usage);
    const found = await withStore(values, (db) => readinessReport(db, meeting, Date.now()));
    if (found === null) throw failed({ code: 'meeting-unknown', values: {} });
    if (format === 'json') printJson(found);
    else process.stdout.write(readinessCsv(found, createTranslator(lang)));
    return EXIT.ok;
  },
};

function oneOf<const Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new CliError(`--${name} takes ${choices.join(' or ')}, not "${value}"`, EXIT.usage);
  return choice;
}
