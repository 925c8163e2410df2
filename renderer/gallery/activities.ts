import type { CheckId } from '../../shared/checks/check-id.ts';
import type { CheckCardProps } from '../checks/check-card.tsx';
import { type LiveParts, withLive } from '../checks/live-parts.ts';
import { LINE_SAMPLES } from './line-samples.ts';
import { roomStream } from './room-picture.ts';

type Activity = NonNullable<CheckCardProps['activity']>;

/** A card that waits, one that has begun, and what is seen and heard on the way. */
export function activitiesOf(id: CheckId): readonly Activity[] {
  const waiting: Activity = { started: false, fraction: 0, live: {} };
  const begun: Activity = { started: true, fraction: 0.4, live: {} };
  if (id === 'camera') {
    const live: LiveParts = {
      picture: { kind: 'picture', stream: roomStream() },
      note: { kind: 'note', key: 'point.probeNotes.watching-camera' },
    };
    return [waiting, begun, { started: true, fraction: 0.7, live }];
  }
  if (id === 'microphone') {
    const quiet = heard(Array.from({ length: 24 }, (_, at) => -60 + (at % 4)));
    const note = { kind: 'note', key: 'point.probeNotes.say-something' } as const;
    return [waiting, { ...begun, live: withLive(heard(SPOKEN), note) }, { ...begun, live: quiet }];
  }
  if (id === 'link') {
    const line = (samples: number, place: number | null): LiveParts => ({
      line: {
        kind: 'line',
        samples: LINE_SAMPLES.slice(0, samples),
        waiting: place === null ? null : { place, estimateMs: 3_300 * place },
      },
    });
    return [
      waiting,
      begun,
      ...[line(0, 12), line(62, null), line(LINE_SAMPLES.length, null)].map((live) => ({ ...begun, live })),
    ];
  }
  return [waiting, begun];
}

const SPOKEN = Array.from({ length: 80 }, (_, at) => (at < 30 ? -60 + (at % 4) : -30 + 7 * Math.sin(at)));

function heard(levels: readonly number[]): LiveParts {
  return levels.reduce<LiveParts>((parts, dbfs) => withLive(parts, { kind: 'level', dbfs, peakDbfs: dbfs + 11 }), {});
}
