import { setTimeout as wait } from 'node:timers/promises';
import { checkRunEvent, passed } from '../../../support/device.ts';
import { type FurnishedWall, MEETING } from './furnish.ts';

/** Pushes signed check runs over HTTP, so many a second, one device after another. */
export async function pushUpdates(
  url: string,
  { devices, hubId }: FurnishedWall,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<{ readonly refused: number }> {
  const begun = performance.now();
  const sent: Promise<boolean>[] = [];
  const last = new Map<string, Promise<unknown>>();
  for (let count = 0; count < perSecond * seconds; count += 1) {
    await wait(Math.max(0, begun + (count * 1000) / perSecond - performance.now()));
    const device = devices[count % devices.length];
    if (device === undefined) throw new Error('no devices');
    const push = (last.get(device.id) ?? Promise.resolve()).then(async () => {
      const verdict = count % 3 === 0 ? ('fail' as const) : ('pass' as const);
      const line = await device.sign(checkRunEvent(MEETING, [{ ...passed('camera'), verdict }]), Date.now());
      const authorization = `Bearer ${await device.token(hubId, Date.now())}`;
      const answer = await fetch(`${url}/api/point/entries`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ entries: [line] }),
      });
      await answer.arrayBuffer();
      return answer.ok;
    });
    last.set(device.id, push);
    sent.push(push);
  }
  return { refused: (await Promise.all(sent)).filter((ok) => !ok).length };
}
