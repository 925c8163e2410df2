import { readFileSync } from 'node:fs';
import { checkpointClaims } from '../../../shared/protocol/checkpoint.ts';
import { proofFile } from '../../../shared/protocol/proof.ts';
import type { TreeHead } from '../../crypto/merkle-verify.ts';
import { payloadOf } from '../../crypto/signed-line.ts';
import { CliError, messageOf } from '../cli.ts';

/**
 * The checkpoints in files that points or auditors kept: proofs, or checkpoints alone, one JWS a line. Who signed them is
 * verified where they were taken down; here they say what the tree must have been.
 */
export function readSeen(files: readonly string[]): readonly TreeHead[] {
  return files.flatMap((file) => {
    try {
      return lines(readFileSync(file, 'utf8')).map((jws) => checkpointClaims.parse(payloadOf(jws)));
    } catch (error) {
      throw new CliError(`${file} holds no checkpoint: ${messageOf(error)}`);
    }
  });
}

function lines(text: string): readonly string[] {
  if (!text.trimStart().startsWith('{')) return text.split('\n').filter((line) => line.trim() !== '');
  const { inclusion } = proofFile.parse(JSON.parse(text));
  return inclusion === null ? [] : [inclusion.checkpoint];
}
