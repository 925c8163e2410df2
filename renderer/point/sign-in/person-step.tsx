import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Person, PointMeeting } from '../../../shared/meeting/meeting.ts';
import { matchesSearch, vietnameseOrder } from '../../../shared/strings/fold.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './sign-in.module.css';

const NOBODY: readonly Person[] = [];

/** Choose from the roster: the designated person first, the others in Vietnamese order. */
export function PersonStep({ meeting }: { readonly meeting: PointMeeting }) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const roster = usePoint((state) => state.point?.feed?.roster) ?? NOBODY;
  const choose = usePoint((state) => state.choosePerson);
  const busy = usePoint((state) => state.signInBusy);
  const found = inOrder(roster, meeting.designatedPersonId).filter((person) =>
    matchesSearch(`${person.fullName} ${person.title}`, query),
  );
  if (roster.length === 0) {
    return (
      <>
        <p>{t('point.signIn.emptyRoster')}</p>
        <Propose />
      </>
    );
  }
  return (
    <>
      <TextInput
        size="lg"
        aria-label={t('point.signIn.search')}
        placeholder={t('point.signIn.search')}
        leftSection={<Icon name="search" />}
        data-autofocus
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [only, ...others] = found;
          if (event.key === 'Enter' && only && others.length === 0) void choose(only);
        }}
      />
      {found.length === 0 && <p role="status">{t('point.signIn.noMatch')}</p>}
      <ul className={classes.people} aria-label={t('point.signIn.people')}>
        {found.map((person) => (
          <li key={person.id}>
            <UnstyledButton className={classes.person} disabled={busy} onClick={() => void choose(person)}>
              <span>
                <strong>{person.fullName}</strong>
                <span className={classes.personTitle}>{person.title}</span>
              </span>
              {person.id === meeting.designatedPersonId && (
                <StateBadge look={{ tone: 'pass', icon: 'pass' }}>{t('point.signIn.isDesignated')}</StateBadge>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Propose />
    </>
  );
}

/** The list is wrong or lacks somebody: the way to tell the province. */
function Propose() {
  const { t } = useWords();
  const close = usePoint((state) => state.closeSignIn);
  const open = usePoint((state) => state.openDuring);
  return (
    <Button
      variant="subtle"
      onClick={() => {
        close();
        open('roster');
      }}
    >
      {t('proposal.open')}
    </Button>
  );
}

function inOrder(roster: readonly Person[], designatedId: string | null): readonly Person[] {
  return [...roster].sort(
    (a, b) => Number(b.id === designatedId) - Number(a.id === designatedId) || vietnameseOrder(a.fullName, b.fullName),
  );
}
