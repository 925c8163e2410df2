/** A socket that listens, and its end. */
export interface ListeningPort {
  readonly port: number;
  /** Closes it and everything that came in by it. */
  readonly stop: () => Promise<void>;
}

/** As much of a pino log as the responder needs. */
export interface ResponderLog {
  readonly warn: (facts: object, message: string) => void;
}
