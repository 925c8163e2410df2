import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './history.module.css';

/** One file for whoever helps; names of people only when somebody ticks so. */
export function SupportForm() {
  const { t } = useWords();
  const [withPeople, setWithPeople] = useState(false);
  const write = usePoint((state) => state.exportForSupport);
  const path = usePoint((state) => state.exportedTo);
  return (
    <section className={classes.support} aria-labelledby="support">
      <h3 id="support">{t('history.support.title')}</h3>
      <p>{t('history.support.about')}</p>
      <div className={classes.supportRow}>
        <Checkbox
          size="md"
          checked={withPeople}
          label={t('history.support.withPeople')}
          onChange={(event) => setWithPeople(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          leftSection={<Icon name="download" size={18} />}
          onClick={() => void write(withPeople)}
        >
          {t('history.support.write')}
        </Button>
      </div>
      {path && <p role="status">{t('history.support.written', { path })}</p>}
    </section>
  );
}
