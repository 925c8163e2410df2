import { writeFileSync } from 'node:fs';
import {
  CliError,
  type Command,
  messageOf,
  parseCommand,
  printJson,
  printLine,
  required,
  wholeNumber,
} from '../cli.ts';
import { existingFolder, POINT_OPTIONS, POINT_USAGE, unwrap, withPoint } from './open.ts';

const OPTIONS = { ...POINT_OPTIONS, seq: { type: 'string' }, out: { type: 'string' } } as const;

export const prove: Command = {
  usage: `${POINT_USAGE} --seq N --out FILE`,
  summary:
    'Writes what proves entry N to others: the signed line, the province’s receipt, and its place under the province’s newest checkpoint. `verify --proof FILE` checks it anywhere.',
  async run(argv) {
    const { values } = parseCommand(argv, OPTIONS);
    const seq = wholeNumber('seq', required('seq', values.seq), 1, Number.MAX_SAFE_INTEGER);
    const out = required('out', values.out);
    const proof = await withPoint(existingFolder(values), async (point) => unwrap(await point.prove(seq)));
    try {
      writeFileSync(out, `${JSON.stringify(proof, null, 2)}\n`, { mode: 0o600 });
    } catch (error) {
      throw new CliError(messageOf(error));
    }
    const brief = { seq, file: out, receipt: proof.receipt !== null, checkpoint: proof.inclusion !== null };
    if (values.json) printJson(brief);
    else printLine(`entry ${seq}: ${out}, receipt ${brief.receipt}, checkpoint ${brief.checkpoint}`);
    return undefined;
  },
};
