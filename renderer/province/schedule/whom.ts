import type { RequiredComposition } from '../../../shared/meeting/meeting.ts';
import type { PointList } from '../../../shared/protocol/console.ts';
import type { AskedMeeting } from '../../../shared/protocol/meetings.ts';
import type { Translator } from '../../../shared/strings/translator.ts';

type Points = PointList['points'];

/** Whom a new meeting invites: `all`, `some` (those chosen), or a kind of points; and what is required of a kind otherwise. */
export interface Whom {
  readonly choice: string;
  readonly chosen: readonly string[];
  readonly kinds: Readonly<Record<string, RequiredComposition>>;
}

export const EVERYBODY: Whom = { choice: 'all', chosen: [], kinds: {} };

export function kindsOf(points: Points): readonly string[] {
  return [...new Set(points.map(({ kind }) => kind))].sort();
}

export function countOf(points: Points, kind: string): number {
  return points.filter((point) => point.kind === kind).length;
}

const KINDS = ['commune', 'ward', 'department'] as const;

/** A kind in words; one that nobody gave words to is said as it was imported. */
export function kindName(t: Translator['t'], kind: string): string {
  const known = KINDS.find((one) => one === kind);
  return known ? t(`invited.kinds.${known}`) : kind;
}

/** What the hub is asked for; null when nobody is invited. */
export function invitedBy(whom: Whom, points: Points): Pick<AskedMeeting, 'points' | 'compositionOf'> | null {
  const compositionOf = { kinds: { ...whom.kinds }, points: {} };
  if (whom.choice === 'all') return { points: 'all', compositionOf };
  const codes =
    whom.choice === 'some'
      ? [...whom.chosen]
      : points.filter(({ kind }) => `kind:${kind}` === whom.choice).map(({ code }) => code);
  return codes.length === 0 ? null : { points: codes, compositionOf };
}
