import { Button } from '@mantine/core';
import { useEffect } from 'react';
import box from '../../ui/box.module.css';
import { HelpButton } from '../../ui/help/help-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { OptionsButton } from '../../ui/options/options-button.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { DeviceSelect } from '../home/device-select.tsx';
import { DEVICE_KINDS } from '../store/devices-slice.ts';
import classes from './first-start.module.css';
import { Steps } from './steps.tsx';

/** After the code: which devices are used for meetings, then the first check at once. */
export function ChooseDevices() {
  const { t } = useWords();
  const name = usePoint((state) => state.point?.enrolment?.pointName);
  const available = usePoint((state) => state.available);
  const refresh = usePoint((state) => state.refreshDevices);
  const end = usePoint((state) => state.endFirstStart);
  const runChecks = usePoint((state) => state.runChecks);
  useEffect(() => void refresh(), [refresh]);
  const begin = () => {
    end();
    void runChecks();
  };
  return (
    <main className={classes.page}>
      <div className={classes.language}>
        <HelpButton pages={['technician', 'leader']} />
        <OptionsButton />
        <LanguageSwitch />
      </div>
      <section className={`${box.card} ${classes.card}`} aria-labelledby="devices">
        <Steps at={1} />
        <h1>{name}</h1>
        <p role="status">{t('firstStart.devices.enrolled')}</p>
        <h2 id="devices">{t('firstStart.devices.title')}</h2>
        {DEVICE_KINDS.map((kind) => (
          <div key={kind} className={classes.device}>
            <Icon name={kind} size={26} />
            <div>
              <p>{t(`point.devices.${kind}`)}</p>
              <DeviceSelect kind={kind} disabled={false} />
              {available[kind].length === 0 && (
                <p className={classes.missing}>{t(`firstStart.devices.none.${kind}`)}</p>
              )}
            </div>
          </div>
        ))}
        <Button size="xl" autoFocus leftSection={<Icon name="play" size={24} />} onClick={begin}>
          {t('firstStart.devices.check')}
        </Button>
        <Button variant="subtle" size="md" onClick={end}>
          {t('firstStart.devices.later')}
        </Button>
      </section>
    </main>
  );
}
