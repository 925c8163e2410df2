import type { HubSchema } from '../db/schema.ts';
import type { PASSING } from '../db/schema-hubs.ts';

export type MovedTable = Exclude<keyof HubSchema, (typeof PASSING)[number]>;

/** Every table that moves, each after those it refers to, with the columns that tell its rows apart. */
export const MOVED_TABLES = {
  hub: ['only_row'],
  points: ['code'],
  people: ['point_code', 'id'],
  pin_codes: ['id'],
  proposal_decisions: ['entry_hash'],
  meetings: ['id'],
  invitations: ['meeting_id', 'point_code'],
  meeting_changes: ['meeting_id', 'revision'],
  rulings: ['id'],
  policies: ['version'],
  enrolment_codes: ['secret_hash'],
  devices: ['id'],
  entries: ['device_id', 'seq'],
  latest: ['meeting_id', 'point_code'],
  pushes: ['position'],
  accounts: ['username'],
  sign_in_tries: ['username'],
  sessions: ['token_hash'],
  api_tokens: ['token_hash'],
  audit: ['id'],
  row_series: ['resource', 'meeting_id'],
  row_versions: ['resource', 'meeting_id', 'point_code'],
  webhooks: ['id'],
  deliveries: ['position'],
  calls: ['meeting_id', 'point_code'],
  call_log: ['id'],
  asks: ['id'],
  checking: ['point_code', 'device_id'],
  certificates: ['only_row'],
  next_certificates: ['only_row'],
  attachments: ['point_code', 'sha256'],
  tree: ['only_row'],
  tree_leaves: ['position'],
  tree_nodes: ['level', 'position'],
  tree_chains: ['chain'],
  tree_rulings: ['id'],
  checkpoints: ['size'],
} as const satisfies Readonly<Record<MovedTable, readonly string[]>>;

/** In the order in which they are filled. */
export const MOVED_NAMES = Object.keys(MOVED_TABLES) as readonly MovedTable[];

/** How many rows of a table are held at once. A letter has up to some MB. */
export function portionOf(table: MovedTable): number {
  return table === 'attachments' ? 10 : 1000;
}

/** Tables whose key the database counts up and never gives twice. */
export const COUNTED = { pushes: 'position', deliveries: 'position' } as const;
