import { atLeast, type Confusion, type Figure, none, type Report } from '../../bench.ts';
import { isRight, type Judged } from './judged.ts';

/** The figures of judged items, and the confusion tables they come from. Prints the tables. */
export function reportOf(judged: readonly Judged[], expected: number): Report {
  const confusion = confusionOf(judged);
  process.stderr.write(asText(confusion));
  return {
    figures: [
      atLeast('items judged', judged.length, 'items', expected),
      none('wrong verdicts', judged.filter((item) => !isRight(item)).length, 'items'),
      ...faultFigures(judged),
      ...peerFigures(judged),
    ],
    confusion,
  };
}

/** Both ways: the fault not named where it is, or named where it is not. */
function faultFigures(judged: readonly Judged[]): Figure[] {
  const faults = new Set(
    judged.flatMap(({ check, expected, got }) => [expected, got].map((one) => `${check} ${one.reason}`)),
  );
  return [...faults].map((fault) => {
    const wrong = judged.filter(
      (item) => !isRight(item) && [item.expected, item.got].some(({ reason }) => `${item.check} ${reason}` === fault),
    );
    return none(`wrong verdicts: ${fault}`, wrong.length, 'items');
  });
}

/** Only for comparison: a peer's rule, written anew from what it publishes, on the same items. Ours must not do worse. */
function peerFigures(judged: readonly Judged[]): Figure[] {
  const peers = new Set(
    judged.flatMap(({ check, peersWrong }) => Object.keys(peersWrong).map((peer) => `${check} ${peer}`)),
  );
  return [...peers].map((peer) => {
    const seen = judged.filter(({ check, peersWrong }) =>
      Object.keys(peersWrong).some((one) => `${check} ${one}` === peer),
    );
    const ours = seen.filter((item) => !isRight(item)).length;
    const theirs = seen.filter(({ check, peersWrong }) =>
      Object.entries(peersWrong).some(([one, wrong]) => wrong && `${check} ${one}` === peer),
    ).length;
    return atLeast(`for comparison, wrong by ${peer}, of ${seen.length}`, theirs, 'items', ours);
  });
}

function confusionOf(judged: readonly Judged[]): Confusion {
  const tables: Record<string, Record<string, Record<string, number>>> = {};
  for (const { check, expected, got } of judged) {
    const rows = tables[check] ?? {};
    const row = rows[expected.reason] ?? {};
    tables[check] = { ...rows, [expected.reason]: { ...row, [got.reason]: (row[got.reason] ?? 0) + 1 } };
  }
  return tables;
}

/** A line each label of a check, what it was called and how often behind it. */
function asText(confusion: Confusion): string {
  const lines = Object.entries(confusion).flatMap(([check, rows]) => [
    `\n${check}: labelled → said`,
    ...Object.entries(rows).map(([label, row]) => {
      const said = Object.entries(row).map(([reason, times]) => `${reason} ${times}`);
      return `  ${label.padEnd(18)} → ${said.join(', ')}`;
    }),
  ]);
  return `${lines.join('\n')}\n\n`;
}
