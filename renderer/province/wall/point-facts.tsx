import type { WallPoint } from '../../../shared/protocol/wall.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './point.module.css';

/** When it was last heard of, who signed in, and what runs there. */
export function PointFacts({ point, now }: { readonly point: WallPoint; readonly now: number }) {
  const { t } = useWords();
  const { row, devices, cluster } = point;
  const when = (at: number | null) => (at === null ? t('wall.point.never') : formatMoment(at, now));
  const apps = devices.map(({ name, appVersion }) => t('wall.point.appOf', { version: appVersion, device: name }));
  return (
    <dl className={classes.facts}>
      <dt>{t('wall.point.lastContact')}</dt>
      <dd>{when(row.lastContactAt)}</dd>
      <dt>{t('wall.point.lastRun')}</dt>
      <dd>{when(row.lastRunAt)}</dd>
      <dt>{t('wall.point.leader')}</dt>
      <dd>{row.leader === null ? t('wall.point.never') : `${row.leader.fullName}, ${row.leader.title}`}</dd>
      <dt>{t('wall.point.app')}</dt>
      <dd>{apps.length === 0 ? t('wall.point.noDevice') : apps.join('; ')}</dd>
      {cluster !== null && (
        <>
          <dt>{t('wall.point.cluster')}</dt>
          <dd>{cluster}</dd>
        </>
      )}
    </dl>
  );
}
