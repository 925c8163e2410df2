import { Button } from '@mantine/core';
import { useState } from 'react';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import classes from './integrate.module.css';

/** A secret that is shown this once, to be copied into the other system. */
export function SecretShown(props: {
  readonly title: string;
  readonly hint: string;
  readonly secret: string;
  readonly onClose: () => void;
}) {
  const { title, hint, secret, onClose } = props;
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Without leave to the clipboard it can still be selected by hand.
    navigator.clipboard?.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className={box.panel} aria-label={title}>
      <h2>{title}</h2>
      <p>{hint}</p>
      <output className={classes.secret}>{secret}</output>
      <div className={classes.row}>
        <Button onClick={copy}>{t(copied ? 'integrate.copied' : 'integrate.copy')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('integrate.noted')}
        </Button>
      </div>
    </section>
  );
}
