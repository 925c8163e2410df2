/** What a check says, by its rule or by the label: verdict and main reason. */
export interface Said {
  readonly verdict: string;
  readonly reason: string;
}

export type MediaCheck = 'camera' | 'microphone' | 'speaker';

/** One item of the corpus, as labelled and as the check judged it. */
export interface Judged {
  readonly check: MediaCheck;
  readonly name: string;
  readonly expected: Said;
  readonly got: Said;
  /** Other tools' published rules on the same item: true where they are wrong about what they look for. */
  readonly peersWrong: Readonly<Record<string, boolean>>;
}

export function isRight({ expected, got }: Judged): boolean {
  return got.verdict === expected.verdict && got.reason === expected.reason;
}

/** For whoever waits: stdout is for the figures. */
export function tell(judged: Judged, turn: number, of: number): void {
  const { check, name, expected, got } = judged;
  const instead = isRight(judged) ? '' : ` (labelled ${expected.verdict} ${expected.reason})`;
  const mark = isRight(judged) ? '✓' : '✗';
  process.stderr.write(`${mark} ${check} ${turn}/${of} ${name}: ${got.verdict} ${got.reason}${instead}\n`);
}
