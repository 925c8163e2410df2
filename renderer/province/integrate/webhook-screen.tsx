import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { WebhookList, WebhookTest } from '../../../shared/protocol/webhooks.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import shared from '../console.module.css';
import { integrateApi } from './api.ts';
import { Deliveries } from './deliveries.tsx';
import { EventNames } from './event-names.tsx';
import classes from './integrate.module.css';
import { outcomeText } from './outcome-text.ts';
import { webhooksRoute } from './routes.ts';
import { SecretShown } from './secret-shown.tsx';
import { useDoing, useLoaded } from './use-loaded.ts';
import { HookState } from './webhooks-screen.tsx';

type Hook = WebhookList['webhooks'][number];

/** One webhook: how it stands, what was told, and what can be done about it. */
export function WebhookScreen({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { value, error, reload } = useLoaded(integrateApi.webhooks);
  const deliveries = useLoaded(useCallback(() => integrateApi.deliveries(id), [id]));
  const hook = value?.webhooks.find((one) => one.id === id);
  const again = () => {
    reload();
    deliveries.reload();
  };
  return (
    <main className={shared.main}>
      <a className={shared.back} href={webhooksRoute.hash({})}>
        <Icon name="back" size={18} />
        {t('integrate.webhooks.title')}
      </a>
      <h1 className={classes.address}>{hook?.url ?? t('integrate.webhooks.title')}</h1>
      {error && <ErrorAdvice error={error} onRetry={reload} />}
      {!value && !error && <p role="status">{t('common.loading')}</p>}
      {value && !hook && <p role="status">{t('integrate.webhooks.removed')}</p>}
      {hook && <Standing hook={hook} onChanged={again} />}
      {hook && deliveries.error && <ErrorAdvice error={deliveries.error} onRetry={deliveries.reload} />}
      {hook && deliveries.value && (
        <Deliveries id={id} deliveries={deliveries.value.deliveries} dead={hook.dead} onChanged={again} />
      )}
    </main>
  );
}

function Standing({ hook, onChanged }: { readonly hook: Hook; readonly onChanged: () => void }) {
  const words = useWords();
  const { t } = words;
  const { busy, error, run } = useDoing();
  const [secret, setSecret] = useState<string | null>(null);
  const [test, setTest] = useState<WebhookTest | null>(null);
  const [sure, setSure] = useState(false);
  const { id, stoppedBecause, oldSecretUntil } = hook;
  return (
    <>
      <section className={box.panel} aria-label={t('integrate.webhooks.state')}>
        <p>
          <strong>
            <HookState hook={hook} />
          </strong>
        </p>
        <p>
          <EventNames events={hook.events} />
        </p>
        {oldSecretUntil !== null && (
          <p>{t('integrate.webhooks.oldSecret', { time: formatDateTime(oldSecretUntil) })}</p>
        )}
        {error && <ErrorAdvice error={error} />}
        {test && (
          <p role="status">
            {t(test.delivered ? 'integrate.webhooks.testGood' : 'integrate.webhooks.testBad', {
              outcome: outcomeText(words, test.outcome),
              ms: test.ms,
            })}
          </p>
        )}
        <div className={classes.row}>
          <Button loading={busy} onClick={() => void run(integrateApi.testWebhook(id), setTest)}>
            {t('integrate.webhooks.test')}
          </Button>
          <Button
            variant="default"
            disabled={busy}
            onClick={() => void run(integrateApi.setRunning(id, stoppedBecause !== null), onChanged)}
          >
            {t(stoppedBecause === null ? 'integrate.webhooks.stop' : 'integrate.webhooks.start')}
          </Button>
          <Button
            variant="default"
            disabled={busy}
            onClick={() =>
              void run(integrateApi.replaceSecret(id), (replaced) => {
                setSecret(replaced.secret);
                onChanged();
              })
            }
          >
            {t('integrate.webhooks.newSecret')}
          </Button>
          {!sure && (
            <Button variant="default" onClick={() => setSure(true)}>
              {t('integrate.webhooks.remove')}
            </Button>
          )}
          {sure && (
            <Button
              color="red"
              loading={busy}
              onClick={() =>
                void run(integrateApi.removeWebhook(id), () => {
                  location.hash = webhooksRoute.hash({});
                })
              }
            >
              {t('integrate.webhooks.sure')}
            </Button>
          )}
        </div>
      </section>
      {secret && (
        <SecretShown
          title={t('integrate.webhooks.secretOf')}
          hint={t('integrate.webhooks.secretOnce')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}
