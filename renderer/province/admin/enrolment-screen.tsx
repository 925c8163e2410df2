import { Button } from '@mantine/core';
import { useState } from 'react';
import { codesIssued, type IssuedCode, openCodes } from '../../../shared/protocol/points.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { done, posted } from '../hub-call.ts';
import table from '../table.module.css';
import classes from './admin.module.css';
import { CodeSheet } from './code-sheet.tsx';
import { useHub, useSend } from './use-hub.ts';

const URL = '/api/console/enrolment-codes';

/** Codes by which machines become a point's: to issue for many at once, to print, to take back. */
export function EnrolmentScreen() {
  const { t } = useWords();
  const { data, error, load } = useHub(URL, openCodes);
  const { busy, error: failure, send } = useSend();
  const [sheet, setSheet] = useState<readonly IssuedCode[] | null>(null);
  const [nobody, setNobody] = useState(false);
  async function issue(points: 'all' | 'without-device'): Promise<void> {
    const answer = await send(URL, posted({ points }), codesIssued);
    if (answer.ok) {
      const { codes } = answer.value;
      setNobody(codes.length === 0);
      if (codes.length > 0) setSheet(codes);
    }
    await load();
  }
  async function revoke(id: string): Promise<void> {
    await send(`${URL}/${id}`, { method: 'DELETE' }, done);
    await load();
  }
  if (sheet)
    return (
      <main className={shared.main}>
        <h1>{t('admin.codes.sheetTitle')}</h1>
        <CodeSheet codes={sheet} onDone={() => setSheet(null)} />
      </main>
    );
  return (
    <main className={shared.main}>
      <div className={classes.top}>
        <div>
          <h1>{t('admin.codes.title')}</h1>
          <p>{t('admin.codes.hint')}</p>
        </div>
        <div className={shared.titleButtons}>
          <Button size="md" loading={busy} onClick={() => void issue('without-device')}>
            {t('admin.codes.issueMissing')}
          </Button>
          <Button size="md" variant="default" loading={busy} onClick={() => void issue('all')}>
            {t('admin.codes.issueAll')}
          </Button>
        </div>
      </div>
      {(failure ?? error) && <ErrorAdvice error={(failure ?? error) as NonNullable<typeof error>} />}
      {nobody && <p role="status">{t('admin.codes.nobody')}</p>}
      {data && data.codes.length === 0 && <p role="status">{t('admin.codes.none')}</p>}
      {data && data.codes.length > 0 && (
        <div className={classes.scroll}>
          <table className={table.table}>
            <caption className="mantine-visually-hidden">{t('admin.codes.open')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('province.table.point')}</th>
                <th scope="col">{t('admin.codes.issuedAt')}</th>
                <th scope="col">{t('admin.codes.expiresAt')}</th>
                <th scope="col">{t('admin.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {data.codes.map(({ id, point, issuedAt, expiresAt }) => (
                <tr key={id}>
                  <th scope="row">
                    {point.name}
                    <span className={table.code}>{point.code}</span>
                  </th>
                  <td>{formatDateTime(issuedAt)}</td>
                  <td>{formatDateTime(expiresAt)}</td>
                  <td>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('admin.codes.revokeOf', { name: point.name })}
                      onClick={() => void revoke(id)}
                    >
                      {t('admin.codes.revoke')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
