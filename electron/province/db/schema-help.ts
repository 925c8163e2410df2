/** Epoch milliseconds, UTC. */
type Ms = number;

/** Who calls a point of a meeting, or called it last. A row counts up to `until`. */
export interface CallsTable {
  meeting_id: string;
  point_code: string;
  state: 'calling' | 'called';
  actor: string;
  since: Ms;
  until: Ms;
  outcome: string | null;
  note: string;
}

/** What was done about a point. Only ever added to. */
export interface CallLogTable {
  id: string;
  meeting_id: string;
  point_code: string;
  at: Ms;
  actor: string;
  action: 'claimed' | 'released' | 'called';
  outcome: string | null;
  note: string;
}

/** What a point was asked. That its time is over is told by `expires_at`, never written. */
export interface AsksTable {
  id: string;
  meeting_id: string;
  point_code: string;
  kind: 'recheck' | 'note';
  check_id: string | null;
  body: string;
  actor: string;
  asked_at: Ms;
  expires_at: Ms;
  state: 'pending' | 'delivered' | 'accepted' | 'declined' | 'done' | 'read';
  state_at: Ms;
}

/** That checks run on a device, as it says; nothing is derived from it but what the wall shows until then. */
export interface CheckingTable {
  point_code: string;
  device_id: string;
  meeting_id: string;
  until: Ms;
}

export interface HelpSchema {
  calls: CallsTable;
  call_log: CallLogTable;
  asks: AsksTable;
  checking: CheckingTable;
}
