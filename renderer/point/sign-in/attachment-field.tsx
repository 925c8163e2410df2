import { Button, FileButton } from '@mantine/core';
import { mostMegabytes } from '../../../shared/attendance/letter-size.ts';
import type { AttachmentRef } from '../../../shared/events/authorisation.ts';
import { SmallAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { usePolicy } from '../use-current.ts';
import classes from './sign-in.module.css';

/** The letter as a picture or PDF. It is on disk, cleaned, before the sign-in refers to it. */
export function AttachmentField(props: {
  readonly attachment: AttachmentRef | null;
  readonly onChange: (attachment: AttachmentRef | null) => void;
}) {
  const { attachment, onChange } = props;
  const { t } = useWords();
  const { maxBytes, types } = usePolicy().attendance.attachment;
  const keep = usePoint((state) => state.keepAttachment);
  const error = usePoint((state) => state.attachmentError);
  const choose = async (file: File | null) => {
    if (!file) return;
    const kept = await keep(file);
    if (kept) onChange(kept);
  };
  return (
    <div className={classes.attachment}>
      {attachment ? (
        <>
          <strong role="status">{t('substitute.attached', { size: Math.ceil(attachment.bytes / 1024) })}</strong>
          <Button variant="default" onClick={() => onChange(null)}>
            {t('substitute.remove')}
          </Button>
        </>
      ) : (
        <FileButton onChange={(file) => void choose(file)} accept={types.join(',')}>
          {(button) => (
            <Button {...button} variant="default">
              {t('substitute.attach')}
            </Button>
          )}
        </FileButton>
      )}
      {error && <SmallAdvice error={error} />}
      <p className={classes.soft}>{t('substitute.attachNotice', { limit: mostMegabytes(maxBytes) })}</p>
    </div>
  );
}
