import { copyStage, type Stage } from '../stage.ts';
import type { Attack } from './attack.ts';
import { ON_THE_HUB } from './on-the-hub.ts';
import { ON_THE_POINT } from './on-the-point.ts';
import { ON_THE_WIRE } from './on-the-wire.ts';

export const ATTACKS: readonly Attack[] = [...ON_THE_POINT, ...ON_THE_WIRE, ...ON_THE_HUB];

/** Tries one attack on a copy of the stage; answers the codes that were told. */
export async function tryAttack(attack: Attack, on: Stage): Promise<readonly string[]> {
  const stage = copyStage(on);
  try {
    return await attack.run(stage);
  } finally {
    stage.remove();
  }
}
