import { useEffect } from 'react';
import { may } from '../../../shared/protocol/rights.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { Course } from './course.tsx';
import { MinutesLink } from './downloads.tsx';
import { RulingForm } from './ruling-form.tsx';

/** One point with everything that was recorded of it, and what the province rules. */
export function PointDialog(props: { readonly point: string | null; readonly onClose: () => void }) {
  const { point, onClose } = props;
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  const row = useConsole((state) => state.rollCall?.rows.find((one) => one.point.code === point));
  const detail = useConsole((state) => state.pointDetail);
  const error = useConsole((state) => state.pointDetailError);
  const open = useConsole((state) => state.openPoint);
  const allowed = role !== undefined && may(role, 'discipline');
  useEffect(() => void open(allowed ? point : null), [open, allowed, point]);
  return (
    <Dialog look="small" size={760} title={point && (row?.point.name ?? point)} onClose={onClose}>
      {row?.designated && <p>{t('province.rollCall.designated', { name: row.designated.fullName })}</p>}
      {row?.duty && (
        <p>
          {t('duty.title')}: <strong>{row.duty.fullName}</strong>
          {row.duty.phone !== '' && ` · ${row.duty.phone}`}
        </p>
      )}
      {!allowed && <p>{t('province.rollCall.onlyOffice')}</p>}
      {error && <ErrorAdvice error={error} />}
      {detail && (
        <>
          <MinutesLink point={detail.row.point.code} />
          <Course detail={detail} />
          <RulingForm key={detail.row.point.code} detail={detail} />
        </>
      )}
    </Dialog>
  );
}
