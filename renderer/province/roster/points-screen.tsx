import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { may } from '../../../shared/protocol/rights.ts';
import { matchesSearch } from '../../../shared/strings/fold.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { PointsTools } from '../points/points-tools.tsx';
import table from '../table.module.css';
import classes from './roster.module.css';
import { rosterRoute } from './routes.ts';

/** All points, to choose the one whose leaders are wanted. */
export function PointsScreen() {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const points = useConsole((state) => state.points?.points);
  const error = useConsole((state) => state.scheduleError);
  const load = useConsole((state) => state.loadPoints);
  const role = useConsole((state) => state.session?.role);
  useEffect(() => void load(), [load]);
  const found = (points ?? []).filter(({ name, code, cluster, contactName }) =>
    matchesSearch(`${name} ${code} ${cluster ?? ''} ${contactName ?? ''}`, query),
  );
  return (
    <main className={shared.main}>
      <div className={admin.top}>
        <div>
          <h1>{t('nav.points.list')}</h1>
          <p>{t('roster.pointsHint')}</p>
        </div>
        {role && may(role, 'points') && <PointsTools onChanged={() => void load()} />}
      </div>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          aria-label={t('province.table.search')}
          placeholder={t('province.table.search')}
          leftSection={<Icon name="search" size={18} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      {!points && !error && <p role="status">{t('common.loading')}</p>}
      {points && found.length === 0 && (
        <p role="status">{t(points.length === 0 ? 'roster.noPoints' : 'province.table.none')}</p>
      )}
      {found.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('province.table.point')}</th>
              <th scope="col">{t('admin.points.cluster')}</th>
              <th scope="col">{t('admin.points.contactName')}</th>
              <th scope="col">{t('roster.devices')}</th>
              <th scope="col">{t('roster.waiting')}</th>
              <th scope="col">{t('province.table.lastContact')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(
              ({ code, name, cluster, contactName, contactPhone, retiredAt, devices, proposals, lastContactAt }) => (
                <tr key={code}>
                  <th scope="row">
                    <a className={classes.point} href={rosterRoute.hash({ point: code })}>
                      {name}
                    </a>
                    <span className={table.code}>
                      {code}
                      {retiredAt !== null && ` · ${t('admin.points.retiredShort')}`}
                    </span>
                  </th>
                  <td>{cluster}</td>
                  <td>
                    {contactName}
                    {contactPhone !== null && <span className={table.code}>{contactPhone}</span>}
                  </td>
                  <td>{devices}</td>
                  <td>{proposals > 0 ? <strong>{proposals}</strong> : proposals}</td>
                  <td>{lastContactAt === null ? t('province.table.noContact') : formatDateTime(lastContactAt)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </main>
  );
}
