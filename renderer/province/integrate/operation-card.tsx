import { type ReactNode, useState } from 'react';
import { ScrollingCode } from '../../ui/scrolling.tsx';
import { useWords } from '../../ui/words.tsx';
import type { Operation } from './api.ts';
import classes from './integrate.module.css';
import { TryForm } from './try-form.tsx';

/** One call: what it does, how it answers, and a form to try it where it only reads. */
export function OperationCard(props: {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly token: string;
}) {
  const { path, method, operation, token } = props;
  const { t } = useWords();
  return (
    <Unfolding
      className={classes.operation}
      summary={
        <>
          <span className={classes.method}>{method}</span>
          <span className={classes.path}>{path}</span>
          <span>{operation.summary}</span>
        </>
      }
    >
      <div className={classes.inside}>
        <p>{operation.description}</p>
        {method === 'GET' && !path.endsWith('/live') && (
          <TryForm path={path} parameters={operation.parameters} token={token} />
        )}
        {operation.requestBody && (
          <>
            <h3>{t('integrate.reference.body')}</h3>
            <Json value={operation.requestBody.content} />
          </>
        )}
        <h3>{t('integrate.reference.answers')}</h3>
        <ul className={classes.answers}>
          {Object.entries(operation.responses).map(([status, { description, content }]) => (
            <li key={status}>
              <strong>{status}</strong>
              <p>{description.replaceAll('\n\n', '\n')}</p>
              {status === '200' && content !== undefined && <Json value={content} />}
            </li>
          ))}
        </ul>
      </div>
    </Unfolding>
  );
}

/** What is inside is made when it is opened: there are dozens, some of them long. */
function Unfolding(props: {
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className={props.className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.summary}</summary>
      {open && props.children}
    </details>
  );
}

function Json({ value }: { readonly value: unknown }) {
  const { t } = useWords();
  return (
    <Unfolding summary={t('integrate.reference.schema')}>
      <Schema value={value} />
    </Unfolding>
  );
}

function Schema({ value }: { readonly value: unknown }) {
  return <ScrollingCode className={classes.code}>{JSON.stringify(value, null, 2)}</ScrollingCode>;
}
