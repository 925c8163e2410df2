import type { Generated } from 'kysely';

/** Epoch milliseconds, UTC. */
type Ms = number;

export interface ApiTokensTable {
  token_hash: string;
  name: string;
  /** JSON array. */
  scopes: string;
  created_at: Ms;
  expires_at: Ms;
  /** True to the minute. */
  last_used_at: Ms | null;
  revoked_at: Ms | null;
}

/** In which order entries came in: one row a push. Only ever added to. */
export interface PushesTable {
  position: Generated<number>;
  device_id: string;
  first_seq: number;
  last_seq: number;
}

/** The last version given to a row of a resource of one meeting. */
export interface RowSeriesTable {
  resource: string;
  meeting_id: string;
  last_version: number;
}

/** What was last handed out of each row: its digest, and the version it got when it changed. */
export interface RowVersionsTable {
  resource: string;
  meeting_id: string;
  point_code: string;
  /** Of the row's JSON; `gone` for a point that is no longer in it. */
  digest: string;
  version: number;
}

export interface WebhooksTable {
  id: string;
  url: string;
  /** JSON array. */
  events: string;
  /** `whsec_` and 32 bytes in base64: the hub must sign with it, so it lies here as it is. */
  secret: string;
  /** Signs beside the new one until then, so that the receiver can change over. */
  old_secret: string | null;
  old_secret_until: Ms | null;
  created_at: Ms;
  created_by: string;
  stopped_at: Ms | null;
  /** `person`, or `gone` (the receiver answered 410). */
  stopped_because: string | null;
  /** Tries that failed in a row. */
  failures: number;
  next_try_at: Ms;
  /** Which hub delivers right now, and for how long nobody else may. */
  lease: string | null;
  leased_until: Ms;
}

/** The outbox: what is to be told, written in the transaction of what happened. */
export interface DeliveriesTable {
  position: Generated<number>;
  webhook_id: string;
  /** The `webhook-id` header: the same in every try. */
  message_id: string;
  type: string;
  body: string;
  at: Ms;
  state: 'waiting' | 'delivered' | 'dead';
  tries: number;
  last_try_at: Ms | null;
  /** Of the last try: the status answered, or what broke. */
  outcome: string | null;
}

/** What other systems pull and are told. */
export interface PullingSchema {
  api_tokens: ApiTokensTable;
  pushes: PushesTable;
  row_series: RowSeriesTable;
  row_versions: RowVersionsTable;
  webhooks: WebhooksTable;
  deliveries: DeliveriesTable;
}
