import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { useWords } from '../words.tsx';
import { Guide } from './guide.tsx';
import { GUIDES, type GuideName } from './guides.ts';
import classes from './help.module.css';
import type { Token } from './token.ts';

/** The guides, the same text as in the documents. */
export default function HelpDialog(props: {
  readonly pages: readonly [GuideName, ...GuideName[]];
  readonly onClose: () => void;
}) {
  const { pages, onClose } = props;
  const { t, locale } = useWords();
  const [page, setPage] = useState(pages[0]);
  const [tokens, setTokens] = useState<readonly Token[] | null>(null);
  useEffect(() => {
    let gone = false;
    void GUIDES[page][locale]().then((read) => {
      if (!gone) setTokens(read.default);
    });
    return () => {
      gone = true;
    };
  }, [page, locale]);
  return (
    <Dialog light title={t('home.help.title')} size={860} onClose={onClose}>
      {pages.length > 1 && (
        <div className={classes.pages}>
          {pages.map((name) => (
            <Button
              key={name}
              variant={name === page ? 'filled' : 'default'}
              aria-pressed={name === page}
              onClick={() => setPage(name)}
            >
              {t(`home.help.pages.${name}`)}
            </Button>
          ))}
        </div>
      )}
      {tokens ? <Guide tokens={tokens} /> : <p role="status">{t('common.loading')}</p>}
    </Dialog>
  );
}
