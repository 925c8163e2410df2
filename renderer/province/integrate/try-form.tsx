import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ScrollingCode } from '../../ui/scrolling.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Operation } from './api.ts';
import classes from './integrate.module.css';

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly etag: string | null;
  readonly body: string;
}

/** More of an answer is not shown. */
const SHOWN = 20_000;
const TIMEOUT_MS = 30_000;

/** Sends a reading call as another system would: with the token, or with the session when none is given. */
export function TryForm(props: {
  readonly path: string;
  readonly parameters: Operation['parameters'];
  readonly token: string;
}) {
  const { path, parameters, token } = props;
  const { t } = useWords();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setAnswer(
      await ask(addressOf(path, parameters, values), headersOf(parameters, values, token)).catch(() => 'failed'),
    );
    setBusy(false);
  }

  return (
    <form className={classes.try} onSubmit={(event) => void send(event)} noValidate>
      <div className={classes.row}>
        {parameters.map(({ name, required, description }) => (
          <TextInput
            key={name}
            className={classes.grow}
            label={name}
            description={description}
            withAsterisk={required}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <div>
        <Button type="submit" loading={busy}>
          {t('integrate.reference.send')}
        </Button>
      </div>
      {answer === 'failed' && <p role="alert">{t('integrate.reference.failed')}</p>}
      {answer && answer !== 'failed' && (
        <div role="status">
          <p>
            <strong>{answer.status}</strong> · {answer.ms} ms {answer.etag && `· ETag ${answer.etag}`}
          </p>
          <ScrollingCode className={classes.code}>{answer.body}</ScrollingCode>
        </div>
      )}
    </form>
  );
}

function addressOf(
  path: string,
  parameters: Operation['parameters'],
  values: Readonly<Record<string, string>>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const query = new URLSearchParams();
  for (const { name, in: place } of parameters) {
    if (place === 'query' && values[name]) query.set(name, values[name]);
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

function headersOf(
  parameters: Operation['parameters'],
  values: Readonly<Record<string, string>>,
  token: string,
): Record<string, string> {
  const own = parameters.filter(({ name, in: place }) => place === 'header' && values[name]);
  return {
    ...Object.fromEntries(own.map(({ name }) => [name, values[name] ?? ''])),
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  };
}

async function ask(address: string, headers: Record<string, string>): Promise<Answer> {
  const begun = performance.now();
  const answer = await fetch(address, { headers, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await answer.text();
  const ms = Math.round(performance.now() - begun);
  const body = answer.headers.get('content-type')?.includes('json') ? pretty(text) : text;
  return { status: answer.status, ms, etag: answer.headers.get('etag'), body: body.slice(0, SHOWN) };
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
