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
    <details className={classes.operation}>
      <summary>
        <span className={classes.method}>{method}</span>
        <span className={classes.path}>{path}</span>
        <span>{operation.summary}</span>
      </summary>
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
    </details>
  );
}

function Json({ value }: { readonly value: unknown }) {
  return (
    // It scrolls, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus
    <pre className={classes.code} tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
