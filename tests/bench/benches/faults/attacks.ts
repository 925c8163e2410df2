import { ATTACKS, tryAttack } from './attacks/all.ts';
import { type FaultClass, tell } from './fault-class.ts';
import { workedStage } from './stage.ts';

/** Each attack on the record that the documents list. The full dose is all of them. */
export const attacks: FaultClass = {
  unit: 'attacks on the record',
  full: ATTACKS.length,
  small: 4,
  async run(times) {
    const stage = await workedStage();
    let undetected = 0;
    try {
      for (const attack of ATTACKS.slice(0, times)) {
        const said = await tryAttack(attack, stage);
        if (said.includes(attack.code)) continue;
        undetected += 1;
        tell(`${attack.name}: ${attack.by} did not say ${attack.code} but ${said.join(' ') || 'nothing'}`);
      }
    } finally {
      stage.remove();
    }
    return { tried: Math.min(times, ATTACKS.length), bad: { undetected } };
  },
};
