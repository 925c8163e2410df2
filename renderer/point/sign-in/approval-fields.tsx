import { NativeSelect, TextInput } from '@mantine/core';
import { APPROVAL_CHANNELS, approvalChannel } from '../../../shared/events/authorisation.ts';
import { useWords } from '../../ui/words.tsx';
import { AttachmentField } from './attachment-field.tsx';
import type { Faults, FormValues } from './form.ts';
import classes from './sign-in.module.css';
import { useFaultWords } from './use-fault-words.ts';

/** What may be shown besides: that the chair agreed (who, when, how), and the document itself. Folded away until wanted. */
export function ApprovalFields(props: {
  readonly chair: string;
  /** Without the chair's approval these grounds come to nothing. */
  readonly isNeeded: boolean;
  readonly values: FormValues;
  readonly faults: Faults;
  readonly onChange: (part: Partial<FormValues>) => void;
}) {
  const { chair, isNeeded, values, faults, onChange } = props;
  const { t } = useWords();
  const said = useFaultWords(faults);
  // A fault within must be seen, so it cannot stay folded.
  const faulty = faults.approver !== undefined || faults.approvedAt !== undefined;
  return (
    <details className={classes.more} open={faulty || undefined}>
      <summary>{t(isNeeded ? 'substitute.moreNeeded' : 'substitute.more')}</summary>
      <div className={classes.triple}>
        <TextInput
          size="md"
          label={t('substitute.approver')}
          placeholder={chair}
          maxLength={120}
          value={values.approver}
          error={said('approver')}
          onChange={(event) => onChange({ approver: event.currentTarget.value })}
        />
        <TextInput
          size="md"
          label={t('substitute.approvedAt')}
          placeholder={t('substitute.approvedAtHint')}
          maxLength={16}
          value={values.approvedAt}
          error={said('approvedAt')}
          onChange={(event) => onChange({ approvedAt: event.currentTarget.value })}
        />
        <NativeSelect
          size="md"
          label={t('substitute.channel')}
          value={values.channel}
          onChange={(event) => onChange({ channel: approvalChannel.catch('other').parse(event.currentTarget.value) })}
          data={APPROVAL_CHANNELS.map((value) => ({ value, label: t(`substitute.channels.${value}`) }))}
        />
      </div>
      <AttachmentField attachment={values.attachment} onChange={(attachment) => onChange({ attachment })} />
    </details>
  );
}
