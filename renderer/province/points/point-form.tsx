import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { pointCode } from '../../../shared/meeting/meeting.ts';
import { type PointRecord, phone } from '../../../shared/protocol/points.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import { useSend } from '../admin/use-hub.ts';
import { done, posted } from '../hub-call.ts';

const KINDS = ['commune', 'ward', 'department'] as const;

/** A new point, or what is said of one. */
export function PointForm(props: { readonly point: PointRecord['point'] | null; readonly onDone: () => void }) {
  const { point, onDone } = props;
  const { t } = useWords();
  const { busy, error, send } = useSend();
  const [code, setCode] = useState(point?.code ?? '');
  const [form, setForm] = useState({
    name: point?.name ?? '',
    kind: point?.kind ?? 'commune',
    cluster: point?.cluster ?? '',
    contactName: point?.contactName ?? '',
    contactPhone: point?.contactPhone ?? '',
  });
  const [tried, setTried] = useState(false);
  const wrong = {
    code: !pointCode.safeParse(code).success,
    name: form.name.trim() === '',
    contactPhone: !phone.safeParse(form.contactPhone).success,
  };
  const kinds: readonly string[] = KINDS.some((kind) => kind === form.kind) ? KINDS : [...KINDS, form.kind];
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (wrong.code || wrong.name || wrong.contactPhone) return;
    const kind = point === null ? 'add' : 'change';
    const answer = await send('/api/console/points/changes', posted({ kind, code, point: form }), done);
    if (answer.ok) onDone();
  }
  const set = (key: keyof typeof form) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setForm({ ...form, [key]: event.currentTarget.value });
  return (
    <form className={admin.form} onSubmit={(event) => void submit(event)} noValidate>
      {error && <ErrorAdvice error={error} />}
      {point === null && (
        <TextInput
          label={t('admin.points.code')}
          data-autofocus
          withAsterisk
          maxLength={32}
          value={code}
          error={tried && wrong.code ? t('admin.points.codeWrong') : null}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('admin.points.name')}
        withAsterisk
        maxLength={200}
        value={form.name}
        error={tried && wrong.name ? t('admin.points.nameMissing') : null}
        onChange={set('name')}
      />
      <div className={admin.pair}>
        <NativeSelect
          label={t('admin.points.kind')}
          value={form.kind}
          data={kinds.map((value) => ({
            value,
            label: KINDS.some((kind) => kind === value) ? t(`admin.points.kinds.${value as 'ward'}`) : value,
          }))}
          onChange={set('kind')}
        />
        <TextInput label={t('admin.points.cluster')} maxLength={80} value={form.cluster} onChange={set('cluster')} />
      </div>
      <div className={admin.pair}>
        <TextInput
          label={t('admin.points.contactName')}
          maxLength={120}
          value={form.contactName}
          onChange={set('contactName')}
        />
        <TextInput
          label={t('admin.points.contactPhone')}
          type="tel"
          maxLength={40}
          value={form.contactPhone}
          error={tried && wrong.contactPhone ? t('admin.points.phoneWrong') : null}
          onChange={set('contactPhone')}
        />
      </div>
      <Button type="submit" loading={busy}>
        {t(point === null ? 'admin.points.add' : 'common.actions.save')}
      </Button>
    </form>
  );
}
