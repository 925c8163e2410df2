/** Who does it, and when by the hub's clock. */
export interface Doing {
  readonly actor: string;
  readonly now: number;
}
