import { Button } from '@mantine/core';
import type { IssuedCode } from '../../../shared/protocol/points.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './admin.module.css';
import { QrCode } from './qr-code.tsx';

/** Codes to hand out, as they are said this once: to print and cut apart. */
export function CodeSheet({ codes, onDone }: { readonly codes: readonly IssuedCode[]; readonly onDone: () => void }) {
  const { t } = useWords();
  return (
    <section className={classes.form}>
      <div className={`${classes.row} ${classes.noPrint}`}>
        <strong role="status">{t('admin.codes.issued', { count: codes.length })}</strong>
        <Button onClick={() => print()}>{t('admin.codes.print')}</Button>
        <Button variant="default" onClick={onDone}>
          {t('common.actions.close')}
        </Button>
      </div>
      <ul className={classes.sheet}>
        {codes.map(({ point, code, expiresAt }) => (
          <li key={code} className={classes.ticket}>
            <QrCode text={code} label={t('admin.codes.qr', { name: point.name })} />
            <div>
              <strong>{point.name}</strong>
              <span>
                {point.code} · {t('admin.codes.until', { when: formatDateTime(expiresAt) })}
              </span>
              <span>{t('admin.codes.how')}</span>
              <span className={classes.ticketCode}>{code}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
