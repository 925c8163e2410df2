import { PasswordInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { type ApiDocument, integrateApi, type Operation } from './api.ts';
import classes from './integrate.module.css';
import { OperationCard } from './operation-card.tsx';
import { tokensRoute } from './routes.ts';
import { useLoaded } from './use-loaded.ts';

/** For other systems first, then what the console and the points use. */
const ORDER = ['v1', 'reports', 'console', 'point', 'service'];

/** Every call of the API, and reading tried out right here. */
export function ReferenceScreen() {
  const { t, locale } = useWords();
  const { value, error, reload } = useLoaded(useCallback(() => integrateApi.document(locale), [locale]));
  const [token, setToken] = useState('');
  return (
    <main className={shared.main}>
      <h1>{t('integrate.reference.title')}</h1>
      <p>
        {t('integrate.reference.hint')}{' '}
        <a className={classes.link} href={`/api/openapi.json?lang=${locale}`}>
          openapi.json
        </a>
      </p>
      {value && <p>{value.info.description}</p>}
      <div className={classes.row}>
        <PasswordInput
          className={classes.grow}
          label={t('integrate.reference.token')}
          description={t('integrate.reference.tokenHint')}
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.currentTarget.value.trim())}
        />
        <a className={classes.link} href={tokensRoute.hash({})}>
          {t('integrate.tokens.title')}
        </a>
      </div>
      {error && <ErrorAdvice error={error} onRetry={reload} />}
      {!value && !error && <p role="status">{t('common.loading')}</p>}
      {value && ORDER.map((tag) => <Group key={tag} tag={tag} document={value} token={token} />)}
    </main>
  );
}

function Group(props: { readonly tag: string; readonly document: ApiDocument; readonly token: string }) {
  const { tag, document, token } = props;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]): [string, string, Operation] => [path, method.toUpperCase(), operation]),
  );
  if (operations.length === 0) return null;
  return (
    <>
      <h2>{document.tags.find(({ name }) => name === tag)?.description ?? tag}</h2>
      {operations.map(([path, method, operation]) => (
        <OperationCard key={`${method} ${path}`} {...{ path, method, operation, token }} />
      ))}
    </>
  );
}
