import { generateKeyPairSync } from 'node:crypto';
import { payloadOf } from '../../../../../electron/crypto/signed-line.ts';
import { verifyProof } from '../../../../../electron/crypto/verify-proof.ts';
import { checkpointClaims } from '../../../../../shared/protocol/checkpoint.ts';
import { type Stage, serve, signNow, unwrap, withPoint } from '../stage.ts';
import { type Attack, inHub, inJournal, pointSays, provinceVerify } from './attack.ts';

const FIRST = '(SELECT id FROM devices ORDER BY enrolled_at, id LIMIT 1)';
/** Somebody with the hub's key takes back all that was signed; `signNow` then signs what is left. */
const NO_TREE = `DELETE FROM tree_leaves; DELETE FROM tree_nodes; DELETE FROM tree_chains; DELETE FROM tree_rulings;
  DELETE FROM checkpoints; UPDATE tree SET size = 0;`;
/** Every chain as if it had ended there. */
const cutAfter = (seq: string) => `DELETE FROM entries WHERE seq > (SELECT ${seq} FROM devices WHERE id = device_id);
  UPDATE devices SET head_seq = ${seq},
    head_hash = (SELECT hash FROM entries WHERE device_id = id AND entries.seq = ${seq.replace('head_seq', 'devices.head_seq')});`;
const LAST_CUT_OFF = cutAfter('head_seq - 1');
const MOST_CUT_OFF = cutAfter('3');
const A_RULING = `INSERT INTO meetings (id, title, invitation_number, chair, starts_at, expected_ends_at, composition, profile, created_at)
    VALUES ('m', '', '', '', 1, 2, 'head', '720p', 1);
  INSERT INTO rulings VALUES ('r', 'm', '1', 1, 'verified', '{"said":"present"}');`;

const found = (name: string, code: string, sql: string): Attack => ({
  name,
  by: 'province verify',
  code,
  async run({ hubDir }) {
    inHub(hubDir, (db) => db.exec(sql));
    return provinceVerify(hubDir);
  },
});

async function rebuilt({ hubDir }: Stage, sql: string): Promise<void> {
  inHub(hubDir, (db) => db.exec(`${sql} ${NO_TREE}`));
  await signNow(hubDir);
}

function swapKey({ hubDir }: Stage): void {
  const key = JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }));
  inHub(hubDir, (db) => db.prepare('UPDATE hub SET private_key = ?').run(key));
}

/** The checkpoint that the first point keeps, as an auditor would bring it. */
function keptHead({ pointDirs: [dir] }: Stage) {
  const jws = inJournal(dir, (db) => String(db.prepare('SELECT jws FROM checkpoints').get()?.jws));
  return checkpointClaims.parse(payloadOf(jws));
}

/** By somebody at the province: in its database, with or without the hub's key. */
export const ON_THE_HUB: readonly Attack[] = [
  found('change a stored entry', 'journal-bad-signature', `UPDATE entries SET jws = 'x' || jws WHERE seq = 2`),
  found('change what was read from an entry', 'journal-bad-chain', `UPDATE entries SET type = 'x' WHERE seq = 2`),
  found('back-date when an entry was received', 'leaf-changed', 'UPDATE entries SET received_at = 1 WHERE seq = 2'),
  found('remove a stored entry', 'journal-gap', `DELETE FROM entries WHERE seq = 3 AND device_id = ${FIRST}`),
  found('remove the last entries with the head', 'leaf-changed', LAST_CUT_OFF),
  found(
    'keep an entry out of the tree',
    'outside-tree',
    'DELETE FROM tree_leaves WHERE position = (SELECT max(position) FROM tree_leaves)',
  ),
  {
    name: 'change a ruling',
    by: 'province verify',
    code: 'leaf-changed',
    async run({ hubDir }) {
      inHub(hubDir, (db) => db.exec(A_RULING));
      await signNow(hubDir);
      inHub(hubDir, (db) => db.exec(`UPDATE rulings SET line = '{"said":"absent"}'`));
      return provinceVerify(hubDir);
    },
  },
  {
    name: 'remove entries and sign a new tree: the point’s checkpoint',
    by: 'point',
    code: 'checkpoint-rewritten',
    async run(stage) {
      await rebuilt(stage, MOST_CUT_OFF);
      return pointSays(stage, stage.pointDirs[0]);
    },
  },
  {
    name: 'remove entries and sign a new tree: an auditor’s checkpoint',
    by: 'province verify',
    code: 'checkpoint-rewritten',
    async run(stage) {
      const seen = keptHead(stage);
      await rebuilt(stage, MOST_CUT_OFF);
      return provinceVerify(stage.hubDir, [seen]);
    },
  },
  {
    name: 'date entries anew and sign a new tree',
    by: 'point',
    code: 'checkpoint-rewritten',
    async run(stage) {
      await rebuilt(stage, 'UPDATE entries SET received_at = received_at - 3600000;');
      return pointSays(stage, stage.pointDirs[0]);
    },
  },
  {
    name: 'swap the key of receipts and checkpoints',
    by: 'province verify',
    code: 'checkpoint-forged',
    async run(stage) {
      swapKey(stage);
      return provinceVerify(stage.hubDir);
    },
  },
  {
    name: 'remove what came after the last checkpoint',
    by: 'point',
    code: 'checkpoint-lacks-entry',
    async run(stage) {
      const hub = await serve(stage.hubDir);
      await withPoint(stage.pointDirs[0], hub.url, async (point) => void unwrap(await point.syncNow()));
      await hub.stop();
      await rebuilt(stage, LAST_CUT_OFF);
      return pointSays(stage, stage.pointDirs[0]);
    },
  },
  {
    name: 'sign receipts with another key',
    by: 'point',
    code: 'hub-not-a-hub',
    async run(stage) {
      swapKey(stage);
      return pointSays(stage, stage.pointDirs[0]);
    },
  },
  {
    name: 'give a receipt and keep the entry out of every checkpoint',
    by: 'point',
    code: 'checkpoint-lacks-entry',
    async run(stage) {
      const [dir] = stage.pointDirs;
      const hub = await serve(stage.hubDir);
      await withPoint(dir, hub.url, async (point) => void unwrap(await point.syncNow()));
      inHub(stage.hubDir, (db) => db.exec(`UPDATE tree_chains SET seq = 9 WHERE seq = 8 AND chain = ${FIRST}`));
      await hub.stop();
      // Eleven minutes later by the hub's clock it signs something else, and the entry is still not there.
      inHub(stage.hubDir, (db) => db.exec(A_RULING));
      await signNow(stage.hubDir, Date.now() + 11 * 60_000);
      return pointSays(stage, dir);
    },
  },
  {
    name: 'alter a proof',
    by: 'proof',
    code: 'checkpoint-lacks-entry',
    async run({ hubDir, pointDirs: [dir] }) {
      const hub = await serve(hubDir);
      const proof = await withPoint(dir, hub.url, async (point) => unwrap(await point.prove(3)));
      await hub.stop();
      const genuine = await verifyProof(proof);
      if (!genuine.ok || genuine.value.checkpoint === null) return [];
      const altered = await verifyProof({
        ...proof,
        inclusion: proof.inclusion && { ...proof.inclusion, receivedAt: 1 },
      });
      return altered.ok ? [] : [altered.error.code];
    },
  },
];
