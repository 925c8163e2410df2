/** The parts of a guide that are drawn, as `marked` names them; what else there is is passed over. */
export interface Token {
  readonly type: string;
  readonly text?: string;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly tokens?: readonly Token[];
  readonly items?: readonly Token[];
  readonly header?: readonly Token[];
  readonly rows?: readonly (readonly Token[])[];
}
