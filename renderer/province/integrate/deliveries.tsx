import { Button } from '@mantine/core';
import type { DeliveryList } from '../../../shared/protocol/webhooks.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import table from '../table.module.css';
import { integrateApi } from './api.ts';
import { eventKey } from './event-names.tsx';
import classes from './integrate.module.css';
import { outcomeText } from './outcome-text.ts';
import { useDoing } from './use-loaded.ts';

type Delivery = DeliveryList['deliveries'][number];

/** What was told lately, what came of it, and telling it again. */
export function Deliveries(props: {
  readonly id: string;
  readonly deliveries: readonly Delivery[];
  /** How many were given up, also those no longer listed. */
  readonly dead: number;
  readonly onChanged: () => void;
}) {
  const { id, deliveries, dead, onChanged } = props;
  const words = useWords();
  const { t } = words;
  const { busy, error, run } = useDoing();
  const replay = (position: number | null) => void run(integrateApi.replay(id, position), onChanged);
  return (
    <section className={box.panel} aria-label={t('integrate.webhooks.deliveries')}>
      <div className={shared.titleRow}>
        <h2>{t('integrate.webhooks.deliveries')}</h2>
        <div className={classes.row}>
          <Button variant="default" onClick={onChanged}>
            {t('integrate.reload')}
          </Button>
          {dead > 0 && (
            <Button loading={busy} onClick={() => replay(null)}>
              {t('integrate.webhooks.replayAll', { count: dead })}
            </Button>
          )}
        </div>
      </div>
      {error && <ErrorAdvice error={error} />}
      {deliveries.length === 0 && <p role="status">{t('integrate.webhooks.noDeliveries')}</p>}
      {deliveries.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('integrate.webhooks.at')}</th>
              <th scope="col">{t('integrate.webhooks.what')}</th>
              <th scope="col">{t('integrate.webhooks.state')}</th>
              <th scope="col">{t('integrate.webhooks.tries')}</th>
              <th scope="col">{t('integrate.webhooks.outcome')}</th>
              <th scope="col">{t('integrate.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map(({ position, type, at, state, tries, outcome }) => (
              <tr key={position}>
                <th scope="row">{formatDateTime(at)}</th>
                <td>{words.raw(eventKey(type)) ?? type}</td>
                <td>{t(`integrate.webhooks.states.${state}`)}</td>
                <td>{tries}</td>
                <td>{outcome === null ? '' : outcomeText(words, outcome)}</td>
                <td>
                  {state !== 'waiting' && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      disabled={busy}
                      aria-label={t('integrate.webhooks.replayOf', { time: formatDateTime(at), position })}
                      onClick={() => replay(position)}
                    >
                      {t('integrate.webhooks.replay')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
