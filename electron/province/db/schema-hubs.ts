/** Epoch milliseconds, UTC. */
type Ms = number;

/** What one of several hubs has taken on until then: a work that only one does, or being there at all (`hub:…`). */
export interface LeasesTable {
  name: string;
  holder: string;
  until: Ms;
}

/** Device tokens that were used, until they would be refused anyway. */
export interface SeenTokensTable {
  id: string;
  until: Ms;
}

/** Requests of one address in the window that ends then. */
export interface RateCountsTable {
  name: string;
  count: number;
  until: Ms;
}

/** One row: what every hub of the province shows to points that reach it over TLS. */
export interface CertificatesTable {
  /** Always 1. */
  only_row: 1;
  /** PEM. */
  private_key: string;
  /** PEM. */
  certificate: string;
}

/** One row: what takes the place of the one above, from then on. */
export interface NextCertificatesTable extends CertificatesTable {
  made_at: Ms;
  takes_over_at: Ms;
}

/** Tables that no province needs tomorrow. */
export const PASSING = ['leases', 'seen_tokens', 'rate_counts'] as const;

export interface HubsSchema {
  leases: LeasesTable;
  seen_tokens: SeenTokensTable;
  rate_counts: RateCountsTable;
  certificates: CertificatesTable;
  next_certificates: NextCertificatesTable;
}
