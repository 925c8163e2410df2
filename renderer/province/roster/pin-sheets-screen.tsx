import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { type PinCodesIssued, pinCodesIssued } from '../../../shared/protocol/roster.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useSend } from '../admin/use-hub.ts';
import shared from '../console.module.css';
import { posted } from '../hub-call.ts';
import { PinSheet } from './pin-sheet.tsx';
import classes from './pin-sheets.module.css';

/** A thousand slow hashes take their time. */
const PATIENCE_MS = 10 * 60_000;

/** Codes for first PINs, for everybody at once: issued, printed one page a point, and never shown again. */
export function PinSheetsScreen() {
  const { t } = useWords();
  const { busy, error, send } = useSend();
  const [renew, setRenew] = useState(false);
  const [issued, setIssued] = useState<PinCodesIssued | null>(null);

  async function issue(): Promise<void> {
    const answer = await send('/api/console/pin-codes', posted({ points: null, renew }), pinCodesIssued, PATIENCE_MS);
    if (answer.ok) setIssued(answer.value);
  }

  const sheets = issued?.sheets ?? [];
  const codes = sheets.reduce((sum, sheet) => sum + sheet.codes.length, 0);
  return (
    <main className={shared.main}>
      <div className={classes.noPrint}>
        <h1>{t('roster.sheets')}</h1>
        <p>{t('roster.sheetsHint')}</p>
        {error && <ErrorAdvice error={error} />}
        {issued === null ? (
          <div className={classes.tools}>
            <Checkbox
              label={t('roster.sheetsRenew')}
              checked={renew}
              onChange={(event) => setRenew(event.currentTarget.checked)}
            />
            <Button size="md" loading={busy} onClick={() => void issue()}>
              {t('roster.sheetsIssue')}
            </Button>
          </div>
        ) : (
          <div className={classes.tools}>
            <strong role="status">
              {codes === 0 ? t('roster.sheetsNobody') : t('roster.sheetsDone', { codes, points: sheets.length })}
            </strong>
            {codes > 0 && <Button onClick={() => print()}>{t('roster.sheetsPrint')}</Button>}
            <Button variant="default" onClick={() => setIssued(null)}>
              {t('common.actions.close')}
            </Button>
          </div>
        )}
      </div>
      {issued && sheets.map((sheet) => <PinSheet key={sheet.point.code} sheet={sheet} hub={issued.hub} />)}
    </main>
  );
}
