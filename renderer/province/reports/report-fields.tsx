import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import type { ReportKind } from '../../../shared/reports/model.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { badDates, type ReportForm } from './asked.ts';

/** Which meeting or period, and by what the report is narrowed. */
export function ReportFields(props: {
  readonly kind: ReportKind;
  readonly form: ReportForm;
  readonly onChange: (form: ReportForm) => void;
}) {
  const { kind, form, onChange } = props;
  const { t } = useWords();
  const meetings = useConsole((state) => state.meetings?.meetings) ?? [];
  const points = useConsole((state) => state.points?.points) ?? [];
  const loadPoints = useConsole((state) => state.loadPoints);
  useEffect(() => void loadPoints(), [loadPoints]);
  const bad = badDates(form);
  const set = (part: Partial<ReportForm>) => onChange({ ...form, ...part });
  const clusters = [
    ...new Set(points.flatMap((point) => ('cluster' in point && point.cluster ? [String(point.cluster)] : []))),
  ];
  const choices = [
    { value: '', label: t(kind === 'readiness' ? 'reports.screen.chooseOne' : 'reports.screen.allMeetings') },
    ...meetings.map(({ id, title, startsAt, status }) => ({
      value: id,
      label: [
        formatDateTime(startsAt),
        ...(status === 'cancelled' ? [t('province.schedule.cancelled')] : []),
        title,
      ].join(' · '),
    })),
  ];
  return (
    <>
      <NativeSelect
        label={t('reports.screen.meeting')}
        // The whole of a long one, where the list must cut it.
        title={choices.find(({ value }) => value === form.meeting)?.label}
        value={form.meeting}
        onChange={(event) => set({ meeting: event.currentTarget.value })}
        data={choices}
      />
      {kind !== 'readiness' && form.meeting === '' && (
        <>
          <Day label={t('reports.screen.from')} value={form.from} bad={bad.from} onChange={(from) => set({ from })} />
          <Day label={t('reports.screen.to')} value={form.to} bad={bad.to} onChange={(to) => set({ to })} />
        </>
      )}
      {clusters.length > 0 && (
        <NativeSelect
          label={t('reports.screen.cluster')}
          value={form.cluster}
          onChange={(event) => set({ cluster: event.currentTarget.value })}
          data={[{ value: '', label: t('reports.screen.allClusters') }, ...clusters]}
        />
      )}
      <NativeSelect
        label={t('reports.screen.point')}
        value={form.point}
        onChange={(event) => set({ point: event.currentTarget.value })}
        data={[
          { value: '', label: t('reports.screen.allPoints') },
          ...points.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
        ]}
      />
    </>
  );
}

function Day(props: {
  readonly label: string;
  readonly value: string;
  readonly bad: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useWords();
  return (
    <TextInput
      label={props.label}
      value={props.value}
      inputMode="numeric"
      error={props.bad && t('reports.screen.badDate')}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
