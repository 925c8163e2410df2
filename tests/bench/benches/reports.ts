import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openDatabase } from '../../../electron/province/db/open.ts';
import type { Db } from '../../../electron/province/db/schema.ts';
import { foundHub } from '../../../electron/province/identity.ts';
import { renderReport } from '../../../electron/province/reports/formats/render.ts';
import { type AskedReport, type MadeReport, makeReport } from '../../../electron/province/reports/make-report.ts';
import { ensureDebianPackages } from '../../../scripts/lib/debian.mjs';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/protocol/reports.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { atLeast, atMost, type Bench, type Figure, none } from '../bench.ts';
import { MEETING, makeCountry, STARTS_AT } from './reports/country.ts';
import { longestBlocks } from './reports/hub-loop.ts';
import { LETTERS } from './reports/names.ts';
import { peakOfCommand } from './reports/peak.ts';
import { readCsv, readJson, readPdf, readXlsx } from './reports/read-back.ts';
import { readAsIs } from './reports/reference.ts';

const POINTS = 3321;
const NOW = STARTS_AT + 5 * 3_600_000;
const MEGABYTES = 1024 * 1024;
const translator = createTranslator('vi');
const narrowed = { cluster: null, point: null };
const period = { meeting: MEETING, from: 0, to: NOW, narrowed };

const KINDS = {
  readiness: { kind: 'readiness', meeting: MEETING, narrowed, contacts: true },
  discipline: { kind: 'discipline', ...period },
  devices: { kind: 'devices', ...period },
} as const satisfies Record<string, AskedReport>;

/**
 * How much longer than reading the same rows by SQL, parsing and writing them by JSON.stringify. Making a report folds and
 * sorts what the reference only copies; a workbook is compressed XML of some hundred thousand cells; paper is shaped letter
 * by letter, with a thousand pages for a whole country.
 */
const RATIO: Readonly<Record<ReportFormat, number>> = { json: 8, csv: 8, xlsx: 24, pdf: 80 };
/** Of the whole process that makes the file, in MB: Node with the program loaded is more than half of it. */
const PEAK: Readonly<Record<ReportFormat, number>> = { json: 300, csv: 300, xlsx: 400, pdf: 400 };

/** Whatever report somebody pulls, a point that sends and a person who clicks notice nothing of it. */
const BLOCK_MS = 100;

/** Every report of a whole country in every format: how long, how much memory, and whether all four say the same. */
export const reports: Bench = {
  about:
    'three reports of 3,321 points as JSON, CSV, XLSX and PDF: time, peak memory, the same cells read back from all four, how long a hub that makes them is blocked',
  usualSeconds: 240,
  async run(root) {
    await ensureDebianPackages(['reports'], 'to read the reports back');
    const folder = await mkdtemp(join(tmpdir(), 'dc-reports-'));
    try {
      return await measured(root, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measured(root: string, folder: string): Promise<Figure[]> {
  const dataDir = join(folder, 'hub');
  const db = await openDatabase({ dataDir });
  const figures: Figure[] = [];
  try {
    await foundHub(db, STARTS_AT);
    process.stderr.write(`recording a meeting of ${POINTS} points…\n`);
    await makeCountry(db, POINTS);
    for (const asked of Object.values(KINDS)) figures.push(...(await ofReport(db, asked, folder)));
    process.stderr.write('over a running hub…\n');
    const blocks = await longestBlocks(root, dataDir, db, { kinds: Object.keys(KINDS), meeting: MEETING });
    for (const [format, ms] of blocks)
      figures.push(atMost(`reports as ${format} over a hub: its loop blocked at most`, ms, 'ms', BLOCK_MS));
  } finally {
    await db.destroy();
  }
  for (const kind of Object.keys(KINDS)) {
    for (const format of REPORT_FORMATS) {
      const out = join(folder, `peak.${format}`);
      const bytes = await peakOfCommand(root, [
        ...['report', '--data', dataDir, '--kind', kind, '--meeting', MEETING, '--format', format, '--out', out],
      ]);
      figures.push(atMost(`${kind} as ${format}: peak memory`, bytes && bytes / MEGABYTES, 'MB', PEAK[format]));
    }
  }
  return figures;
}

async function ofReport(db: Db, asked: AskedReport, folder: string): Promise<Figure[]> {
  const { kind } = asked;
  process.stderr.write(`${kind}…\n`);
  const read = () => seconds(() => readAsIs(db, kind, MEETING, join(folder, 'reference.json')));
  // The first time also reads the file into the system's memory.
  const reference = Math.min(await read(), await read());
  const figures: Figure[] = [];
  const files: Record<string, string> = {};
  let made: MadeReport | null = null;
  for (const format of REPORT_FORMATS) {
    const file = join(folder, `${kind}.${format}`);
    files[format] = file;
    const took = await seconds(async () => {
      made = await makeReport(db, asked, NOW, translator);
      await write(made, format, undefined, file);
    });
    figures.push(
      atMost(`${kind} as ${format}`, took, 's', 120),
      atMost(`${kind} as ${format}, beside reading its rows by SQL`, took / reference, '×', RATIO[format]),
    );
  }
  if (made === null) return figures;
  return [...figures, ...(await same(made, files, folder))];
}

async function same(made: MadeReport, files: Readonly<Record<string, string>>, folder: string): Promise<Figure[]> {
  const { report } = made;
  const tables: string[] = [];
  for (const { id } of report.sections) {
    const file = join(folder, 'section.csv');
    await write(made, 'csv', id, file);
    tables.push(await readFile(file, 'utf8'));
  }
  const pdf = readPdf(report, files.pdf ?? '');
  const read = {
    json: readJson(report, await readFile(files.json ?? '', 'utf8')),
    csv: readCsv(report, tables),
    xlsx: readXlsx(report, files.xlsx ?? ''),
    pdf,
  };
  const cells = read.json.cells;
  const named = report.sections.some(({ rows }) => rows.length >= LETTERS.length);
  const lost = named ? LETTERS.filter((letter) => !pdf.text.normalize('NFC').includes(letter)).length : 0;
  return [
    atLeast(`${report.kind}: cells compared in each format`, cells, 'cells', 1000),
    ...Object.entries(read).map(([format, { differing }]) =>
      none(`${report.kind} as ${format}: cells that differ`, differing, 'cells'),
    ),
    none(`${report.kind} as pdf: Vietnamese letters lost`, lost, 'letters'),
  ];
}

async function write(
  made: MadeReport | null,
  format: ReportFormat,
  section: string | undefined,
  file: string,
): Promise<void> {
  const body = made && (await renderReport(made, format, section, translator));
  if (body === null) throw new Error('the report could not be made');
  await pipeline(body, createWriteStream(file));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
