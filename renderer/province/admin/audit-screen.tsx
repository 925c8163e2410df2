import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { type AuditPage, auditPage } from '../../../shared/protocol/audit.ts';
import { actionText, actorText, detailText, soughtText, subjectText } from '../../../shared/strings/audit-text.ts';
import { formatDate, formatSecond } from '../../../shared/strings/format.ts';
import type { Translator } from '../../../shared/strings/translator.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { isDate, momentOf } from '../date-text.ts';
import { call, GET } from '../hub-call.ts';
import table from '../table.module.css';
import classes from './admin.module.css';

const PAGE = 100;
const EMPTY = { actor: '', action: '', subject: '', from: '', until: '' };
type Filter = typeof EMPTY;

/** Days as people here write them, in Vietnam; the last one counts whole. A day that is half written asks for nothing yet. */
function queryOf(words: Translator, filter: Filter): URLSearchParams {
  const query = new URLSearchParams();
  if (filter.action) query.set('action', filter.action);
  for (const key of ['actor', 'subject'] as const) if (filter[key]) query.set(key, soughtText(words, filter[key]));
  const [from, until] = [filter.from, filter.until].map((date) => momentOf({ date, time: '00:00' }));
  if (from) query.set('from', String(from));
  if (until) query.set('until', String(until + 86_400_000));
  return query;
}

/** Who did what, the newest first. */
export function AuditScreen() {
  const words = useWords();
  const { t } = words;
  const noteFailure = useConsole((state) => state.noteFailure);
  const [filter, setFilter] = useState(EMPTY);
  const [entries, setEntries] = useState<AuditPage['entries']>([]);
  const [last, setLast] = useState<AuditPage | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const load = useCallback(
    async (after: string | null, isWanted: () => boolean) => {
      const query = queryOf(words, filter);
      query.set('limit', String(PAGE));
      if (after !== null) query.set('after', after);
      const answer = await call(`/api/console/audit?${query}`, GET, auditPage);
      if (!isWanted()) return;
      setError(answer.ok ? null : answer.error);
      if (!answer.ok) return noteFailure(answer.error);
      setLast(answer.value);
      setEntries((before) => (after === null ? answer.value.entries : [...before, ...answer.value.entries]));
    },
    [words, filter, noteFailure],
  );
  useEffect(() => {
    let wanted = true;
    void load(null, () => wanted);
    return () => {
      wanted = false;
    };
  }, [load]);
  const set = (key: keyof Filter) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setFilter({ ...filter, [key]: event.currentTarget.value });
  const part = (key: 'actor' | 'subject', placeholder: string) => ({
    label: t(`audit.${key}`),
    placeholder,
    maxLength: 120,
    value: filter[key],
    onChange: set(key),
  });
  const day = (key: 'from' | 'until') => ({
    label: t(`audit.${key}`),
    placeholder: t('substitute.dateHint'),
    maxLength: 10,
    value: filter[key],
    error: filter[key].length === 10 && !isDate(filter[key]) && t('substitute.badDate'),
    onChange: set(key),
  });
  const file = queryOf(words, filter);
  file.set('lang', words.locale);
  return (
    <main className={shared.main}>
      <div className={classes.top}>
        <div>
          <h1>{t('audit.title')}</h1>
          <p>{t('audit.hint')}</p>
        </div>
        <Button component="a" variant="default" size="md" href={`/api/console/audit/file?${file}`} download>
          {t('audit.csv')}
        </Button>
      </div>
      <search className={classes.fields} aria-label={t('audit.filter')}>
        <TextInput {...part('actor', t('audit.actorHint'))} />
        <NativeSelect
          label={t('audit.action')}
          value={filter.action}
          onChange={set('action')}
          data={[
            { value: '', label: t('audit.any') },
            ...(last?.actions ?? []).map((value) => ({ value, label: actionText(words, value) })),
          ]}
        />
        <TextInput {...part('subject', t('audit.subjectHint'))} />
        <TextInput {...day('from')} />
        <TextInput {...day('until')} />
      </search>
      {error && <ErrorAdvice error={error} />}
      {last && entries.length === 0 && <p role="status">{t('audit.none')}</p>}
      {entries.length > 0 && (
        <div className={classes.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                {(['at', 'actor', 'action', 'subject', 'detail'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`audit.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, at, actor, action, subject, detail }) => (
                <tr key={id}>
                  <td>
                    {formatDate(at)} {formatSecond(at)}
                  </td>
                  <td className={classes.detail}>{actorText(words, actor)}</td>
                  <td>{actionText(words, action)}</td>
                  <td className={classes.detail}>{subjectText(words, subject)}</td>
                  <td className={classes.detail}>{detailText(words, detail)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {last?.next && (
        <Button variant="default" onClick={() => void load(last.next, () => true)}>
          {t('audit.more', { count: PAGE })}
        </Button>
      )}
    </main>
  );
}
