import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WebhookList, WebhookMade } from '../../../shared/protocol/webhooks.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import table from '../table.module.css';
import { integrateApi } from './api.ts';
import { EventNames } from './event-names.tsx';
import classes from './integrate.module.css';
import { NewWebhook } from './new-webhook.tsx';
import { webhookRoute } from './routes.ts';
import { SecretShown } from './secret-shown.tsx';
import { useLoaded } from './use-loaded.ts';

/** Other systems that are told at once what happens. */
export function WebhooksScreen() {
  const { t } = useWords();
  const { value, error, reload } = useLoaded(integrateApi.webhooks);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookMade | null>(null);
  return (
    <main className={shared.main}>
      <div className={shared.titleRow}>
        <div>
          <h1>{t('integrate.webhooks.title')}</h1>
          <p>{t('integrate.webhooks.hint')}</p>
        </div>
        {!adding && (
          <Button className={classes.add} size="md" onClick={() => setAdding(true)}>
            {t('integrate.webhooks.add')}
          </Button>
        )}
      </div>
      {made && (
        <SecretShown
          title={t('integrate.webhooks.secretOf')}
          hint={t('integrate.webhooks.secretOnce')}
          secret={made.secret}
          onClose={() => setMade(null)}
        />
      )}
      {adding && (
        <NewWebhook
          onCancel={() => setAdding(false)}
          onDone={(added) => {
            setMade(added);
            setAdding(false);
            reload();
          }}
        />
      )}
      {error && <ErrorAdvice error={error} onRetry={reload} />}
      {!value && !error && <p role="status">{t('common.loading')}</p>}
      {value?.webhooks.length === 0 && <p role="status">{t('integrate.webhooks.none')}</p>}
      {value && value.webhooks.length > 0 && <WebhookTable webhooks={value.webhooks} />}
    </main>
  );
}

function WebhookTable({ webhooks }: { readonly webhooks: WebhookList['webhooks'] }) {
  const { t } = useWords();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('integrate.webhooks.address')}</th>
          <th scope="col">{t('integrate.webhooks.events')}</th>
          <th scope="col">{t('integrate.webhooks.state')}</th>
          <th scope="col">{t('integrate.webhooks.waiting')}</th>
          <th scope="col">{t('integrate.webhooks.dead')}</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map((hook) => (
          <tr key={hook.id}>
            <th scope="row" className={classes.address}>
              <a href={webhookRoute.hash({ id: hook.id })}>{hook.url}</a>
            </th>
            <td>
              <EventNames events={hook.events} />
            </td>
            <td>
              <HookState hook={hook} />
            </td>
            <td>{hook.waiting}</td>
            <td>{hook.dead > 0 ? <strong>{hook.dead}</strong> : hook.dead}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function HookState({ hook }: { readonly hook: WebhookList['webhooks'][number] }) {
  const { t } = useWords();
  const { stoppedBecause, nextTryAt, failures } = hook;
  if (stoppedBecause !== null) return t(`integrate.webhooks.stopped.${stoppedBecause}`);
  if (nextTryAt !== null) {
    return t('integrate.webhooks.failing', { count: failures, time: formatDateTime(nextTryAt) });
  }
  return t('integrate.webhooks.runs');
}
