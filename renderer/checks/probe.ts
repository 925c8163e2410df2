import type { CheckId } from '../../shared/checks/check-id.ts';
import type { CpuTimes } from '../../shared/checks/cpu-times.ts';
import type { LinkSample, LinkWaiting } from '../../shared/checks/link/live.ts';
import type { ProbeOutcome } from '../../shared/checks/probe-outcome.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { StringKey } from '../../shared/strings/dictionary.ts';
import type { Sound } from './sound.ts';

/** What a person sees while a probe measures. Not part of the measurement. */
export type Live =
  | { readonly kind: 'picture'; readonly stream: MediaStream }
  | { readonly kind: 'level'; readonly dbfs: number; readonly peakDbfs: number }
  | { readonly kind: 'note'; readonly key: StringKey }
  | { readonly kind: 'line'; readonly samples: readonly LinkSample[]; readonly waiting: LinkWaiting | null }
  /** What was heard, for the person to listen to. In memory only. */
  | { readonly kind: 'recording'; readonly sound: Sound };

/** A device the person chose; absent means the system's default. */
export interface ChosenDevice {
  readonly id: string;
  readonly label: string;
}

/** The world a probe is handed. */
export interface ProbeContext<Id extends CheckId = CheckId> {
  readonly limits: Policy['checks'][Id];
  readonly devices: Readonly<Partial<Record<'camera' | 'microphone' | 'speaker', ChosenDevice>>>;
  /** The machine's processor time by now, which a window cannot read by itself; null when it is not told. */
  readonly cpuTimes: () => Promise<CpuTimes | null>;
  /** Aborts on cancel and on time-out. The probe then releases every device and rejects or resolves soon. */
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  readonly onLive: (live: Live) => void;
}

/**
 * Measures and judges nothing. Resolves with plain JSON that fits the check's schema; everything it opened is closed by then.
 * Faults of the device (denied, not found, busy …) are measurements too; only bugs reject.
 */
export type Probe<Id extends CheckId = CheckId> = (context: ProbeContext<Id>) => Promise<ProbeOutcome>;
