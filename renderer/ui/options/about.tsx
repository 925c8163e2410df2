import notices from 'virtual:notices';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Scrolling } from '../scrolling.tsx';
import { useWords } from '../words.tsx';
import classes from './options.module.css';

/** What this software is, under which licence, and whose work is in it. */
export function About() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className={classes.about} aria-labelledby="about">
      <h3 id="about">{t('home.about.title')}</h3>
      <p>
        <strong>{t('common.appName')}</strong> · {t('home.about.version', { version: notices.version })}
      </p>
      <p>{t('home.about.licence')}</p>
      <div>
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('home.about.notices', { count: notices.packages.length })}
        </Button>
      </div>
      {open && (
        <Scrolling className={classes.notices} label={t('home.about.noticesName')}>
          <p>{t('home.about.runtime')}</p>
          <ul>
            {notices.packages.map(({ name, version, license }) => (
              <li key={`${name} ${version}`}>
                {name} {version} – {license}
              </li>
            ))}
          </ul>
        </Scrolling>
      )}
    </section>
  );
}
