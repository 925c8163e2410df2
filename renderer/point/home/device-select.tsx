import { NativeSelect } from '@mantine/core';
import type { DeviceKind } from '../../../shared/ipc-contract.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './home.module.css';

/** Which device a check measures; remembered on this machine. A chosen one that is unplugged stays listed as such. */
export function DeviceSelect({ kind, disabled }: { readonly kind: DeviceKind; readonly disabled: boolean }) {
  const { t } = useWords();
  const available = usePoint((state) => state.available[kind]);
  const chosen = usePoint((state) => state.chosen[kind]);
  const changed = usePoint((state) => state.changed.includes(kind));
  const choose = usePoint((state) => state.chooseDevice);
  const present = available.map(({ id, label }, index) => ({
    value: id,
    label: label === '' ? t('point.devices.unnamed', { number: index + 1 }) : label,
  }));
  const gone = chosen && chosen.id !== '' && !available.some((device) => device.id === chosen.id) ? [chosen] : [];
  const missing = gone.map(({ id, label }) => ({ value: id, label: t('point.devices.missing', { name: label }) }));
  return (
    <div>
      <NativeSelect
        aria-label={t(`point.devices.${kind}`)}
        title={chosen?.label}
        size="sm"
        styles={COMPACT}
        disabled={disabled}
        value={chosen?.id ?? ''}
        data={[{ value: '', label: t('point.devices.systemDefault') }, ...present, ...missing]}
        onChange={({ currentTarget: { value, selectedOptions } }) =>
          void choose(kind, { id: value, label: value === '' ? '' : (selectedOptions[0]?.label ?? '') })
        }
      />
      {changed && <p className={classes.changed}>{t('point.devices.changed')}</p>}
    </div>
  );
}

const COMPACT = { input: { minHeight: 32, height: 32, fontSize: 14 } };
