import { Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { updateList } from '../../../shared/protocol/maintenance.ts';
import { formatDateTime, formatNumber } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { done, postedBytes } from '../hub-call.ts';
import table from '../table.module.css';
import classes from './admin.module.css';
import { useHub, useSend } from './use-hub.ts';

const URL = '/api/console/updates';
const UPLOAD_MS = 30 * 60_000;
const MIB = 1024 * 1024;

/** Files that the points' updater finds at this hub. */
export function UpdatesScreen() {
  const { t, locale } = useWords();
  const { data, error, load } = useHub(URL, updateList);
  const { busy, error: failure, send } = useSend();
  const [files, setFiles] = useState<File[]>([]);
  async function upload(): Promise<void> {
    // A description is only taken after the installer it names.
    const ordered = [...files].sort((a, b) => Number(a.name.endsWith('.yml')) - Number(b.name.endsWith('.yml')));
    for (const file of ordered) {
      const path = `${URL}/${encodeURIComponent(file.name)}`;
      const answer = await send(path, postedBytes(file, 'application/octet-stream'), done, UPLOAD_MS);
      if (!answer.ok) break;
    }
    setFiles([]);
    await load();
  }
  async function remove(name: string): Promise<void> {
    await send(`${URL}/${encodeURIComponent(name)}`, { method: 'DELETE' }, done);
    await load();
  }
  return (
    <main className={shared.main}>
      <div>
        <h1>{t('admin.updates.title')}</h1>
        <p>{t('admin.updates.hint')}</p>
      </div>
      {(failure ?? error) && <ErrorAdvice error={(failure ?? error) as NonNullable<typeof error>} />}
      <section className={classes.card}>
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
        {data?.channels.map(({ name, version, state, file }) => (
          <p key={name} role="status">
            <strong>{name}</strong>: {t(`admin.updates.states.${state}`, { version, file })}
          </p>
        ))}
      </section>
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
                      size="compact-md"
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
