import type { Kysely } from 'kysely';
import type { HelpSchema } from './schema-help.ts';
import type { HubsSchema } from './schema-hubs.ts';
import type { PullingSchema } from './schema-pulling.ts';
import type { ReleasesSchema } from './schema-releases.ts';
import type { TreeSchema } from './tree-tables.ts';

/** Epoch milliseconds, UTC. */
type Ms = number;

/** One row: who this hub is, and where points reach it (written at each start of the server). */
export interface HubTable {
  /** Always 1: a database holds one hub, also when two processes found it at once. */
  only_row: 1;
  id: string;
  name: string;
  hotline: string;
  /** Ed25519 private key, JWK as JSON. */
  private_key: string;
  public_url: string | null;
  /** SHA-256 (base64url) of the certificate in DER; null where it speaks plain HTTP. */
  pin: string | null;
  created_at: Ms;
  /** The database the province was moved to: from then on nothing is served from this one. */
  moved_to: string | null;
}

export interface PointsTable {
  code: string;
  name: string;
  kind: string;
  /** By the hub's clock: when a device of this point was last heard of. */
  last_contact_at: Ms | null;
  /** Points that are called and listed together, as the province names it. Null: of none. */
  cluster: string | null;
  /** The technician whom the province calls. */
  contact_name: string | null;
  contact_phone: string | null;
  /** No longer invited since then; kept, because meetings that are over name it. */
  retired_at: Ms | null;
}

export interface PeopleTable {
  point_code: string;
  id: string;
  full_name: string;
  title: string;
  /** Fields in charge, a JSON array. */
  fields: string;
  /** No longer of the roster since then; kept, because meetings that are over name the person. */
  removed_at: Ms | null;
}

/** One-time codes for a person's PIN. Whether one is spent is told by the points' `pin-set` lines. */
export interface PinCodesTable {
  id: string;
  point_code: string;
  person_id: string;
  salt: string;
  hash: string;
  issued_at: Ms;
  /** Moved forward to the moment a newer code took its place. */
  expires_at: Ms;
}

/** What the province decided on a point's proposal, by the hash of the line that made it. Only ever added to. */
export interface ProposalDecisionsTable {
  entry_hash: string;
  at: Ms;
  actor: string;
  decision: 'accepted' | 'refused';
  reason: string;
}

export interface MeetingsTable {
  id: string;
  title: string;
  invitation_number: string;
  chair: string;
  starts_at: Ms;
  expected_ends_at: Ms;
  composition: 'head' | 'representative';
  profile: '720p' | '1080p';
  kind: string;
  platform_link: string;
  status: 'scheduled' | 'cancelled';
  series_id: string | null;
  revision: number;
  /** Null: the policy in force when it starts. */
  policy_version: string | null;
  created_at: Ms;
}

/** Why and how a meeting became its `revision`: the facts that changed, as they were before. Only ever added to. */
export interface MeetingChangesTable {
  meeting_id: string;
  revision: number;
  at: Ms;
  actor: string;
  reason: string;
  /** `SomeMeetingFacts` as JSON. */
  before: string;
}

/** What the province ruled, or its hub observed, about a meeting; about one point of it unless null. Only ever added to. */
export interface RulingsTable {
  id: string;
  meeting_id: string;
  point_code: string | null;
  at: Ms;
  type: string;
  /** `RulingEntry` as JSON. */
  line: string;
}

export interface InvitationsTable {
  meeting_id: string;
  point_code: string;
  designated_person_id: string | null;
  /** Null: as the meeting says. */
  composition: 'head' | 'representative' | null;
}

/** The newest row is the policy in force; older ones stay, because verdicts name the version that judged them. */
export interface PoliciesTable {
  version: string;
  body: string;
  created_at: Ms;
  /** Who put it in force and why; null for the one the hub was founded with. */
  actor: string | null;
  reason: string | null;
}

export interface EnrolmentCodesTable {
  secret_hash: string;
  point_code: string;
  created_at: Ms;
  expires_at: Ms;
  used_at: Ms | null;
  device_id: string | null;
}

export interface DevicesTable {
  id: string;
  point_code: string;
  public_key: string;
  name: string;
  app_version: string;
  enrolled_at: Ms;
  revoked_at: Ms | null;
  revoked_reason: string | null;
  /** Where its chain stands here. */
  head_seq: number;
  head_hash: string;
  /** By the hub's clock: all that the device recorded up to then is here. Null: it never said so. */
  known_up_to: Ms | null;
}

/** Each signed line as received, with the facts read from it. */
export interface EntriesTable {
  device_id: string;
  seq: number;
  hash: string;
  prev: string;
  jws: string;
  point_code: string;
  type: string;
  meeting_id: string | null;
  /** By the device's clock. */
  at: Ms;
  received_at: Ms;
  /** Of a check that measured the line: the hub's clock minus the device's, milliseconds; null in every other line. */
  clock_offset_ms: number | null;
  /** By how much that may be wrong. */
  clock_error_ms: number | null;
}

/** Derived from `entries`: what a point's record says about one meeting so far. Can be rebuilt from the lines. */
export interface LatestTable {
  meeting_id: string;
  point_code: string;
  /** `MeetingRecord` as JSON. */
  record: string;
  /** `ReadinessState` of the record by the policy that judges the meeting. */
  state: string;
  entry_count: number;
  updated_at: Ms;
}

/** Letters of points, under the hash of their bytes, kept as many days as the policy says. */
export interface AttachmentsTable {
  point_code: string;
  sha256: string;
  type: 'image/jpeg' | 'image/png' | 'application/pdf';
  body: Uint8Array;
  received_at: Ms;
}

export interface AccountsTable {
  username: string;
  role: string;
  password_hash: string;
  created_at: Ms;
  disabled_at: Ms | null;
}

/** Tries since the last success, also for names that do not exist, so that waiting tells nobody which do. */
export interface SignInTriesTable {
  username: string;
  tries: number;
  last_at: Ms;
}

export interface SessionsTable {
  token_hash: string;
  username: string;
  created_at: Ms;
  expires_at: Ms;
}

/** Who did what to what, by the hub's clock. Only ever added to. */
export interface AuditTable {
  id: string;
  at: Ms;
  actor: string;
  action: string;
  subject: string;
  /** JSON. */
  detail: string;
}

export interface HubSchema extends HelpSchema, HubsSchema, PullingSchema, ReleasesSchema, TreeSchema {
  hub: HubTable;
  points: PointsTable;
  people: PeopleTable;
  pin_codes: PinCodesTable;
  proposal_decisions: ProposalDecisionsTable;
  meetings: MeetingsTable;
  invitations: InvitationsTable;
  meeting_changes: MeetingChangesTable;
  rulings: RulingsTable;
  policies: PoliciesTable;
  enrolment_codes: EnrolmentCodesTable;
  devices: DevicesTable;
  entries: EntriesTable;
  latest: LatestTable;
  attachments: AttachmentsTable;
  accounts: AccountsTable;
  sign_in_tries: SignInTriesTable;
  sessions: SessionsTable;
  audit: AuditTable;
}

/** The hub's database, or a transaction on it. */
export type Db = Kysely<HubSchema>;
