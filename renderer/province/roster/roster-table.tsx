import { Button } from '@mantine/core';
import type { RosterPerson } from '../../../shared/protocol/roster.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import table from '../table.module.css';
import type { Task } from './person-dialog.tsx';
import classes from './roster.module.css';

/** The people of a point, each with what can be done. */
export function RosterTable(props: {
  readonly people: readonly RosterPerson[];
  readonly onTask: (task: Task) => void;
}) {
  const { people, onTask } = props;
  const { t } = useWords();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('roster.person')}</th>
          <th scope="col">{t('roster.fields')}</th>
          <th scope="col">{t('roster.pin')}</th>
          <th scope="col">{t('roster.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.fullName} <span className={table.code}>{person.title}</span>
            </th>
            <td>{person.fields.join('; ')}</td>
            <td>
              <PinState person={person} />
            </td>
            <td>
              <div className={classes.actions}>
                {(['code', 'change', 'remove'] as const).map((kind) => (
                  <Button
                    key={kind}
                    variant="default"
                    size="compact-sm"
                    aria-label={t(`roster.${kind}Of`, { name: person.fullName })}
                    onClick={() => onTask({ kind, person })}
                  >
                    {t(kind === 'remove' ? 'roster.removeShort' : `roster.${kind}`)}
                  </Button>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the point's devices last told. Nothing told is not "no PIN". */
function PinState({ person: { pin, code } }: { readonly person: RosterPerson }) {
  const { t } = useWords();
  const parts = pin
    ? [
        t('roster.pinSet', { time: formatDateTime(pin.at) }),
        ...(pin.byCode ? [t('roster.pinByCode')] : []),
        ...(pin.devices > 1 ? [t('roster.pinDevices', { count: pin.devices })] : []),
      ]
    : [t('roster.pinUnknown')];
  return (
    <>
      <span className={pin ? undefined : table.nothing}>{parts.join(', ')}</span>
      {code && <span className={table.code}>{t('roster.codeUntil', { time: formatDateTime(code.expiresAt) })}</span>}
    </>
  );
}
