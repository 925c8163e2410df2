import type { PinCodeSheet, PinCodesIssued } from '../../../shared/protocol/roster.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './pin-sheets.module.css';

/** What one point gets: a page of its own on paper. */
export function PinSheet(props: { readonly sheet: PinCodeSheet; readonly hub: PinCodesIssued['hub'] }) {
  const { sheet, hub } = props;
  const { t } = useWords();
  const { code, name } = sheet.point;
  return (
    <section className={classes.sheet}>
      <h2>{t('roster.sheetTitle', { name, code })}</h2>
      <p>{t('roster.sheetHow', { hub: hub.name, hotline: hub.hotline || '—' })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('roster.person')}</th>
            <th scope="col">{t('roster.sheetUntil')}</th>
            <th scope="col">{t('roster.sheetCode')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.codes.map((one) => (
            <tr key={one.personId}>
              <th scope="row">
                {one.fullName}
                <span>{one.title}</span>
              </th>
              <td>{formatDateTime(one.expiresAt)}</td>
              <td className={classes.code}>{one.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
