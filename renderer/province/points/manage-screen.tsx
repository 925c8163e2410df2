import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  deviceRevoked,
  type IssuedCode,
  type PointDevice,
  type PointRecord,
  pointRecord,
} from '../../../shared/protocol/points.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import { CodeSheet } from '../admin/code-sheet.tsx';
import { useHub, useSend } from '../admin/use-hub.ts';
import shared from '../console.module.css';
import { done, posted } from '../hub-call.ts';
import { POINT_TABS, pointsRoute } from '../roster/routes.ts';
import { Tabs } from '../shell/tabs.tsx';
import { DeviceTable } from './device-table.tsx';
import { PointForm } from './point-form.tsx';

/** One point: what is said of it, and its machines. */
export function ManageScreen({ point }: { readonly point: string }) {
  const { t } = useWords();
  const { data, error, load } = useHub(`/api/console/points/${encodeURIComponent(point)}`, pointRecord);
  return (
    <main className={shared.main}>
      <a className={shared.back} href={pointsRoute.hash({})}>
        <Icon name="back" size={18} />
        {t('roster.backToPoints')}
      </a>
      <h1>{data?.point.name ?? t('nav.pointTabs.manage')}</h1>
      <Tabs label={t('nav.pointTabs.label')} tabs={POINT_TABS} params={{ point }} />
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      {!data && !error && <p role="status">{t('common.loading')}</p>}
      {data && <Loaded record={data} onChanged={() => void load()} />}
    </main>
  );
}

function Loaded({ record, onChanged }: { readonly record: PointRecord; readonly onChanged: () => void }) {
  const { t } = useWords();
  const [revoking, setRevoking] = useState<PointDevice | null>(null);
  const [issued, setIssued] = useState<readonly IssuedCode[]>([]);
  const { point, devices, codes } = record;
  const url = `/api/console/points/${encodeURIComponent(point.code)}`;
  return (
    <>
      {issued.length > 0 && <CodeSheet codes={issued} onDone={() => setIssued([])} />}
      <div className={admin.columns}>
        <section className={box.panel}>
          <h2>{t('admin.points.facts')}</h2>
          {point.retiredAt !== null && (
            <strong>{t('admin.points.retired', { when: formatDateTime(point.retiredAt) })}</strong>
          )}
          <PointForm key={JSON.stringify(point)} point={point} onDone={onChanged} />
        </section>
        <RetireCard point={point} onDone={onChanged} />
      </div>
      <section className={box.panel}>
        <h2>{t('admin.devices.title')}</h2>
        <p>{t('admin.devices.hint')}</p>
        <DeviceTable devices={devices} onRevoke={setRevoking} />
        {codes.length > 0 && <p>{t('admin.devices.codes', { count: codes.length })}</p>}
      </section>
      <Dialog
        look="small"
        title={revoking && t('admin.devices.revokeOf', { name: revoking.name || revoking.id.slice(0, 8) })}
        onClose={() => setRevoking(null)}
      >
        {revoking && (
          <RevokeForm
            url={`${url}/devices/${encodeURIComponent(revoking.id)}/revocation`}
            onDone={(code) => {
              setRevoking(null);
              setIssued(code === null ? [] : [code]);
              onChanged();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function RevokeForm({ url, onDone }: { readonly url: string; readonly onDone: (code: IssuedCode | null) => void }) {
  const { t } = useWords();
  const { busy, error, send } = useSend();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  async function revoke(replace: boolean): Promise<void> {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await send(url, posted({ reason, replace }), deviceRevoked);
    if (answer.ok) onDone(answer.value.issued);
  }
  return (
    <div className={admin.form}>
      <p>{t('admin.devices.consequence')}</p>
      {error && <ErrorAdvice error={error} />}
      <TextInput
        label={t('policy.reason')}
        data-autofocus
        withAsterisk
        maxLength={500}
        value={reason}
        error={tried && reason.trim() === '' ? t('policy.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button loading={busy} onClick={() => void revoke(true)}>
        {t('admin.devices.replace')}
      </Button>
      <Button variant="outline" color="red" loading={busy} onClick={() => void revoke(false)}>
        {t('admin.devices.revoke')}
      </Button>
    </div>
  );
}

function RetireCard({ point, onDone }: { readonly point: PointRecord['point']; readonly onDone: () => void }) {
  const { t } = useWords();
  const { busy, error, send } = useSend();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const kind = point.retiredAt === null ? 'retire' : 'reinstate';
  async function submit(): Promise<void> {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await send('/api/console/points/changes', posted({ kind, code: point.code, reason }), done);
    if (!answer.ok) return;
    setReason('');
    setTried(false);
    onDone();
  }
  return (
    <section className={box.panel}>
      <h2>{t(`admin.points.${kind}`)}</h2>
      <p>{t(`admin.points.${kind}Hint`)}</p>
      {error && <ErrorAdvice error={error} />}
      <TextInput
        label={t('policy.reason')}
        withAsterisk
        maxLength={500}
        value={reason}
        error={tried && reason.trim() === '' ? t('policy.reasonMissing') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="outline" color={kind === 'retire' ? 'red' : 'navy'} loading={busy} onClick={() => void submit()}>
        {t(`admin.points.${kind}`)}
      </Button>
    </section>
  );
}
