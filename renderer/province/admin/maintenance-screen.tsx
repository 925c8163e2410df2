import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { type BackupContent, backupContent, maintenance, swept } from '../../../shared/protocol/maintenance.ts';
import { actorText } from '../../../shared/strings/audit-text.ts';
import { formatDateTime, formatNumber } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { posted, postedBytes } from '../hub-call.ts';
import { policyRoute } from '../policy/routes.ts';
import classes from './admin.module.css';
import { useHub, useSend } from './use-hub.ts';

const URL = '/api/console/maintenance';
/** A province of years takes its time over the line. */
const FILE_MS = 30 * 60_000;

/** Back-ups, and what is deleted after its time. */
export function MaintenanceScreen() {
  const words = useWords();
  const { t } = words;
  const { data, error, load } = useHub(URL, maintenance);
  const { busy, error: failure, send } = useSend();
  const [deleted, setDeleted] = useState<number | null>(null);
  async function sweep(): Promise<void> {
    const answer = await send('/api/console/retention/sweep', posted({}), swept);
    setDeleted(answer.ok ? answer.value.deleted : null);
    await load();
  }
  return (
    <main className={shared.main}>
      <h1>{t('admin.backup.title')}</h1>
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      <div className={classes.columns}>
        <section className={box.panel}>
          <h2>{t('admin.backup.take')}</h2>
          <p>{t('admin.backup.hint')}</p>
          <p>
            {data?.lastBackup
              ? t('admin.backup.last', {
                  when: formatDateTime(data.lastBackup.at),
                  who: actorText(words, data.lastBackup.actor),
                })
              : t('admin.backup.never')}
          </p>
          <Button component="a" href="/api/console/backup" download onClick={() => setTimeout(() => void load(), 1500)}>
            {t('admin.backup.download')}
          </Button>
        </section>
        <RestoreCard />
        <section className={box.panel}>
          <h2>{t('admin.retention.title')}</h2>
          {failure && <ErrorAdvice error={failure} />}
          {data && (
            <p>
              {t('admin.retention.days', data.retention)}{' '}
              <a className={classes.link} href={policyRoute.hash({})}>
                {t('admin.retention.change')}
              </a>
            </p>
          )}
          <p>
            {data?.lastSweep
              ? t('admin.retention.last', { when: formatDateTime(data.lastSweep.at), count: data.lastSweep.deleted })
              : t('admin.retention.never')}
          </p>
          {deleted !== null && <p role="status">{t('admin.retention.deleted', { count: deleted })}</p>}
          <Button variant="default" loading={busy} onClick={() => void sweep()}>
            {t('admin.retention.now')}
          </Button>
        </section>
      </div>
    </main>
  );
}

/** A back-up file: whether it is whole, and, where the province is empty, its way back. */
function RestoreCard() {
  const { t, locale } = useWords();
  const { busy, error, send } = useSend();
  const [file, setFile] = useState<File | null>(null);
  const [content, setContent] = useState<{ readonly restored: boolean; readonly of: BackupContent } | null>(null);
  async function post(what: 'check' | 'restore'): Promise<void> {
    if (file === null) return;
    const path = `/api/console/backup/${what}`;
    const answer = await send(path, postedBytes(file, 'application/gzip'), backupContent, FILE_MS);
    setContent(answer.ok ? { restored: what === 'restore', of: answer.value } : null);
  }
  return (
    <section className={box.panel}>
      <h2>{t('admin.backup.restore')}</h2>
      <p>{t('admin.backup.restoreHint')}</p>
      <FileInput
        label={t('admin.backup.file')}
        placeholder={t('province.schedule.choose')}
        accept=".gz"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setContent(null);
        }}
      />
      {error && <ErrorAdvice error={error} />}
      {content && (
        <div role="status">
          <strong>{t(content.restored ? 'admin.backup.restored' : 'admin.backup.whole')}</strong>
          <p>
            {content.of.hub.name} · {formatDateTime(content.of.createdAt)}
          </p>
          <p>
            {(['points', 'meetings', 'devices', 'entries'] as const)
              .map((key) => `${t(`admin.backup.rows.${key}`)}: ${formatNumber(locale, content.of.rows[key] ?? 0)}`)
              .join(' · ')}
          </p>
        </div>
      )}
      <div className={classes.row}>
        <Button variant="default" loading={busy} disabled={file === null} onClick={() => void post('check')}>
          {t('admin.backup.check')}
        </Button>
        <Button variant="outline" loading={busy} disabled={content === null} onClick={() => void post('restore')}>
          {t('admin.backup.doRestore')}
        </Button>
      </div>
      <p className={classes.soft}>{t('admin.backup.command')}</p>
    </section>
  );
}
