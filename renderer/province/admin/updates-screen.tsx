import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { updateList } from '../../../shared/protocol/maintenance.ts';
import { offeredRelease } from '../../../shared/protocol/releases.ts';
import { formatDateTime, formatNumber } from '../../../shared/strings/format.ts';
import type { Stage } from '../../../shared/updates/stage.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { done, posted, postedBytes } from '../hub-call.ts';
import table from '../table.module.css';
import classes from './admin.module.css';
import { ReleaseCard } from './release-card.tsx';
import { useHub, useSend } from './use-hub.ts';

const URL = '/api/console/updates';
const RELEASES = '/api/console/releases';
const offeredOrNone = offeredRelease.nullable();
const UPLOAD_MS = 30 * 60_000;
const MIB = 1024 * 1024;

/** The release that points are offered, and the installers that they find at this hub. */
export function UpdatesScreen() {
  const { t, locale } = useWords();
  const { data, error, load } = useHub(URL, updateList);
  const release = useHub(RELEASES, offeredOrNone);
  const { busy, error: failure, send } = useSend();
  const [files, setFiles] = useState<File[]>([]);
  async function upload(): Promise<void> {
    // A release is only taken after the installers it names.
    const ordered = [...files].sort((a, b) => Number(isRelease(a)) - Number(isRelease(b)));
    for (const file of ordered) {
      const answer = isRelease(file)
        ? await send(RELEASES, posted({ jws: await file.text() }), done)
        : await send(
            `${URL}/${encodeURIComponent(file.name)}`,
            postedBytes(file, 'application/octet-stream'),
            done,
            UPLOAD_MS,
          );
      if (!answer.ok) break;
    }
    setFiles([]);
    await Promise.all([load(), release.load()]);
  }
  async function stage(version: string, to: Stage): Promise<void> {
    await send(`${RELEASES}/stage`, posted({ version, stage: to }), done);
    await release.load();
  }
  async function remove(name: string): Promise<void> {
    await send(`${URL}/${encodeURIComponent(name)}`, { method: 'DELETE' }, done);
    await Promise.all([load(), release.load()]);
  }
  return (
    <main className={shared.main}>
      <div>
        <h1>{t('admin.updates.title')}</h1>
        <p>{t('admin.updates.hint')}</p>
      </div>
      {(failure ?? error) && <ErrorAdvice error={(failure ?? error) as NonNullable<typeof error>} />}
      <section className={box.panel}>
        <div className={classes.row}>
          <FileInput
            style={{ flex: '1 1 320px' }}
            multiple
            label={t('admin.updates.files')}
            placeholder={t('province.schedule.choose')}
            value={files}
            onChange={setFiles}
          />
          <Button loading={busy} disabled={files.length === 0} onClick={() => void upload()}>
            {t('admin.updates.upload')}
          </Button>
        </div>
      </section>
      {!release.error && (
        <ReleaseCard offered={release.data} busy={busy} onStage={(version, to) => void stage(version, to)} />
      )}
      {data && data.files.length === 0 && <p>{t('admin.updates.none')}</p>}
      {data && data.files.length > 0 && (
        <div className={classes.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('admin.updates.name')}</th>
                <th scope="col">{t('admin.updates.size')}</th>
                <th scope="col">{t('admin.updates.at')}</th>
                <th scope="col">{t('admin.actions')}</th>
              </tr>
            </thead>
            <tbody>
              {data.files.map(({ name, bytes, at }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{formatNumber(locale, bytes / MIB, 2)} MiB</td>
                  <td>{formatDateTime(at)}</td>
                  <td>
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={t('admin.updates.removeOf', { name })}
                      onClick={() => void remove(name)}
                    >
                      {t('admin.updates.remove')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}

function isRelease(file: File): boolean {
  return file.name.endsWith('.jws');
}
