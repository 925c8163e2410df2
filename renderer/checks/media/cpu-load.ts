import { type CpuTimes, cpuLoadPct } from '../../../shared/checks/cpu-times.ts';
import { within } from './wait.ts';

/** The system answers within milliseconds; what does not is not waited for. */
const WAIT_MS = 200;

interface Machine {
  readonly cpuTimes: () => Promise<CpuTimes | null>;
  readonly signal: AbortSignal;
}

/** How busy the whole machine is from now until the returned function is called, percent; null where nobody says. */
export async function watchCpuLoad({ cpuTimes, signal }: Machine): Promise<() => Promise<number | null>> {
  const from = await within(WAIT_MS, signal, cpuTimes());
  return async () => cpuLoadPct(from, await within(WAIT_MS, signal, cpuTimes()));
}
