import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiTokenIssued, ApiTokenList } from '../../../shared/protocol/api-tokens.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import table from '../table.module.css';
import { integrateApi } from './api.ts';
import classes from './integrate.module.css';
import { NewToken } from './new-token.tsx';
import { referenceRoute } from './routes.ts';
import { SecretShown } from './secret-shown.tsx';
import { useDoing, useLoaded } from './use-loaded.ts';

type Token = ApiTokenList['tokens'][number];

/** Tokens with which other systems pull data: made, looked at, revoked. */
export function TokensScreen() {
  const { t } = useWords();
  const { value, error, reload } = useLoaded(integrateApi.tokens);
  const [adding, setAdding] = useState(false);
  const [issued, setIssued] = useState<ApiTokenIssued | null>(null);
  const made = (token: ApiTokenIssued) => {
    setIssued(token);
    setAdding(false);
    reload();
  };
  return (
    <main className={shared.main}>
      <div className={shared.titleRow}>
        <div>
          <h1>{t('integrate.tokens.title')}</h1>
          <p>
            {t('integrate.tokens.hint')}{' '}
            <a className={classes.link} href={referenceRoute.hash({})}>
              {t('integrate.reference.title')}
            </a>
          </p>
        </div>
        {!adding && (
          <Button className={classes.add} size="md" onClick={() => setAdding(true)}>
            {t('integrate.tokens.add')}
          </Button>
        )}
      </div>
      {issued && (
        <SecretShown
          title={t('integrate.tokens.issued', { name: issued.name })}
          hint={t('integrate.tokens.once', { time: formatDateTime(issued.expiresAt) })}
          secret={issued.token}
          onClose={() => setIssued(null)}
        />
      )}
      {adding && <NewToken onDone={made} onCancel={() => setAdding(false)} />}
      {error && <ErrorAdvice error={error} onRetry={reload} />}
      {!value && !error && <p role="status">{t('common.loading')}</p>}
      {value?.tokens.length === 0 && <p role="status">{t('integrate.tokens.none')}</p>}
      {value && value.tokens.length > 0 && <TokenTable tokens={value.tokens} onChanged={reload} />}
    </main>
  );
}

function TokenTable({ tokens, onChanged }: { readonly tokens: readonly Token[]; readonly onChanged: () => void }) {
  const { t } = useWords();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('integrate.tokens.name')}</th>
          <th scope="col">{t('integrate.tokens.scopes')}</th>
          <th scope="col">{t('integrate.tokens.lastUsed')}</th>
          <th scope="col">{t('integrate.tokens.state')}</th>
          <th scope="col">{t('integrate.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <TokenRow key={token.name} token={token} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  );
}

function TokenRow({ token, onChanged }: { readonly token: Token; readonly onChanged: () => void }) {
  const words = useWords();
  const { t } = words;
  const { busy, error, run } = useDoing();
  const [sure, setSure] = useState(false);
  const { name, scopes, expiresAt, lastUsedAt, revokedAt } = token;
  const works = revokedAt === null && expiresAt > Date.now();
  const state =
    revokedAt !== null
      ? t('integrate.tokens.revoked', { time: formatDateTime(revokedAt) })
      : t(works ? 'integrate.tokens.until' : 'integrate.tokens.expired', { time: formatDateTime(expiresAt) });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes.scopes}>
        {scopes.map((scope) => words.raw(`integrate.scopes.${scope.replace(':', '-')}`) ?? scope).join('; ')}
      </td>
      <td>{lastUsedAt === null ? t('integrate.tokens.never') : formatDateTime(lastUsedAt)}</td>
      <td>{state}</td>
      <td>
        {error && <ErrorAdvice error={error} />}
        {works && !sure && (
          <Button variant="default" aria-label={t('integrate.tokens.revokeOf', { name })} onClick={() => setSure(true)}>
            {t('integrate.tokens.revoke')}
          </Button>
        )}
        {works && sure && (
          <Button
            color="red"
            loading={busy}
            aria-label={t('integrate.tokens.sureOf', { name })}
            onClick={() => void run(integrateApi.revokeToken(name), onChanged)}
          >
            {t('integrate.tokens.sure')}
          </Button>
        )}
      </td>
    </tr>
  );
}
