import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';
import { checkName } from '../../../shared/strings/check-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Report } from '../api.ts';
import table from '../table.module.css';
import { PointRow } from './point-row.tsx';
import classes from './readiness.module.css';

export function ReadinessTable(props: {
  readonly rows: readonly ReadinessRow[];
  readonly checklist: Report['checklist'];
}) {
  const words = useWords();
  const { t } = words;
  return (
    <table className={table.table}>
      <caption className={classes.srOnly}>{t('province.table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('province.table.point')}</th>
          <th scope="col">{t('province.table.state')}</th>
          <th scope="col">
            <span className={classes.srOnly}>{t('province.table.checks')}</span>
            <span className={classes.marks} aria-hidden="true">
              {CHECK_IDS.map((id) => (
                <span key={id} className={classes.markHead} title={checkName(words, id)}>
                  <Icon name={id} size={18} />
                </span>
              ))}
            </span>
          </th>
          <th scope="col">{t('province.table.manual')}</th>
          <th scope="col">{t('province.table.leader')}</th>
          <th scope="col">{t('province.table.lastRun')}</th>
          <th scope="col">{t('province.table.lastContact')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <PointRow key={row.point.code} row={row} checklist={props.checklist} />
        ))}
      </tbody>
    </table>
  );
}
