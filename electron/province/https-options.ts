/** Both PEM. */
export interface HttpsOptions {
  readonly key: string;
  readonly cert: string;
}
