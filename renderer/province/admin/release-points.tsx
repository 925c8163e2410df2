import type { ReleasePoint } from '../../../shared/protocol/releases.ts';
import { errorText } from '../../../shared/strings/check-text.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import classes from './admin.module.css';

/** Each point under a release; the first ones stand above. */
export function ReleasePoints({ points }: { readonly points: readonly ReleasePoint[] }) {
  const { t } = useWords();
  return (
    <div className={classes.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('updates.province.point')}</th>
            <th scope="col">{t('updates.province.runs')}</th>
            <th scope="col">{t('updates.province.group')}</th>
            <th scope="col">{t('updates.province.state')}</th>
            <th scope="col">{t('updates.province.at')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.code}>
              <th scope="row">{point.name}</th>
              <td>{point.versions.join(', ')}</td>
              <td>{point.isFirst && t('updates.province.isFirst')}</td>
              <td>
                <State point={point} />
              </td>
              <td>{point.state && formatDateTime(point.state.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ point: { runs, state } }: { readonly point: ReleasePoint }) {
  const words = useWords();
  const { t } = words;
  if (runs) return t('updates.province.kinds.installed');
  if (state === null) return t('updates.province.silent');
  const waiting = state.waiting && t(`updates.province.waits.${state.waiting}`);
  const failure = state.error && errorText(words, state.error).says;
  return [t(`updates.province.kinds.${state.kind}`), waiting ?? failure].filter(Boolean).join(': ');
}
