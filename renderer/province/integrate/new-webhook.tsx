import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { HOOK_EVENTS, type HookEvent, type WebhookMade } from '../../../shared/protocol/webhooks.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import { integrateApi } from './api.ts';
import { eventKey } from './event-names.tsx';
import classes from './integrate.module.css';
import { useDoing } from './use-loaded.ts';

/** Asks where the other system is and what it wants to be told. */
export function NewWebhook(props: { readonly onDone: (made: WebhookMade) => void; readonly onCancel: () => void }) {
  const words = useWords();
  const { t } = words;
  const { busy, error, run } = useDoing();
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly HookEvent[]>([]);
  const [tried, setTried] = useState(false);
  const addressless = url.trim() === '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (addressless || events.length === 0) return;
    void run(integrateApi.addWebhook({ url: url.trim(), events: [...events] }), props.onDone);
  }

  return (
    <form className={box.panel} onSubmit={submit} noValidate aria-label={t('integrate.webhooks.add')}>
      {error && <ErrorAdvice error={error} />}
      <TextInput
        label={t('integrate.webhooks.addressOf')}
        placeholder="https://"
        autoFocus
        type="url"
        maxLength={500}
        value={url}
        error={tried && addressless ? t('integrate.webhooks.addressMissing') : null}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <fieldset className={classes.choices}>
        <legend>{t('integrate.webhooks.tellsOf')}</legend>
        {HOOK_EVENTS.map((name) => (
          <Checkbox
            key={name}
            label={words.raw(eventKey(name))}
            description={name}
            checked={events.includes(name)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              setEvents(checked ? [...events, name] : events.filter((one) => one !== name));
            }}
          />
        ))}
      </fieldset>
      {tried && events.length === 0 && (
        <p className={classes.fault} role="alert">
          {t('integrate.webhooks.eventMissing')}
        </p>
      )}
      <div className={classes.row}>
        <Button type="submit" loading={busy}>
          {t('integrate.webhooks.make')}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {t('common.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
