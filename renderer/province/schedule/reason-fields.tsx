import { Checkbox, Textarea } from '@mantine/core';
import type { Meeting } from '../../../shared/meeting/meeting.ts';
import { useWords } from '../../ui/words.tsx';

export interface Why {
  readonly reason: string;
  readonly following: boolean;
}

export const NO_WHY: Why = { reason: '', following: false };

/** Why a meeting changes; every invited point reads it. Of a series, whether the later ones change alike. */
export function ReasonFields(props: {
  readonly meeting: Meeting;
  readonly why: Why;
  readonly missing: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (why: Why) => void;
}) {
  const { meeting, why, missing, onChange } = props;
  const { t } = useWords();
  return (
    <>
      <Textarea
        label={t('province.schedule.reason')}
        withAsterisk
        maxLength={500}
        {...(props.autoFocus && { autoFocus: true })}
        autosize
        minRows={2}
        value={why.reason}
        error={missing ? t('province.schedule.faults.reason') : null}
        onChange={(event) => onChange({ ...why, reason: event.currentTarget.value })}
      />
      {meeting.seriesId !== null && (
        <Checkbox
          label={t('province.schedule.following')}
          checked={why.following}
          onChange={(event) => onChange({ ...why, following: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
