import { readFileSync } from 'node:fs';
import { verifyProof } from '../../crypto/verify-proof.ts';
import { CliError, EXIT, failed, messageOf, printJson, printLine } from '../cli.ts';

/**
 * `verify --proof FILE`: needs no folder and no network. `hubKey`: the `x` of the province's key as it published it; without it
 * the reader compares the printed one.
 */
export async function verifyProofFile(file: string, hubKey: string | undefined, json: boolean): Promise<number> {
  const proven = await verifyProof(read(file));
  if (!proven.ok) throw failed(proven.error);
  const { entry, hash, hub, receivedAt, checkpoint } = proven.value;
  if (hubKey !== undefined && hubKey !== hub.key.x) throw failed({ code: 'receipt-invalid', values: {} });
  if (json) printJson({ entry, hash, hub, receivedAt, checkpoint });
  else {
    const when = (ms: number) => new Date(ms).toISOString();
    printLine(`entry ${entry.seq} of ${entry.device} (point ${entry.point}), ${entry.event.type}, ${when(entry.at)}`);
    printLine(receivedAt === null ? 'no receipt' : `received by the province by ${when(receivedAt)}`);
    if (checkpoint === null) printLine('under no checkpoint');
    else printLine(`under the checkpoint of ${when(checkpoint.at)} over ${checkpoint.size} entries`);
    printLine(`key of the province: ${hub.key.x}`);
  }
  return EXIT.ok;
}

function read(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(messageOf(error));
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
