import { Button } from '@mantine/core';
import type { AppError } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/strings/check-text.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { noticesOf, syncView } from '../sync-view.ts';
import classes from './home.module.css';

/** Where the record stands, and when the province was last heard of. */
export function SyncStatus() {
  const words = useWords();
  const sync = usePoint((state) => state.point?.sync);
  const syncNow = usePoint((state) => state.sync);
  const syncing = usePoint((state) => state.syncing);
  if (!sync) return null;
  const { key, pending, look } = syncView(sync);
  const { lastContactAt } = sync;
  const contact =
    lastContactAt === null
      ? words.t('point.sync.noContact')
      : words.t('point.sync.contact', { time: formatMoment(lastContactAt, Date.now()) });
  return (
    <div className={classes.sync}>
      <div className={classes.syncWords} role="status">
        <StateBadge look={look}>{words.t(`point.sync.${key}`, { pending })}</StateBadge>
        <span>{contact}</span>
      </div>
      <Button
        variant="default"
        size="compact-md"
        aria-label={words.t('point.sync.now')}
        title={words.t('point.sync.now')}
        loading={syncing}
        onClick={() => void syncNow()}
      >
        <Icon name="again" size={18} />
      </Button>
    </div>
  );
}

const NONE: readonly AppError[] = [];

/** Why the province is not reached, what is wrong with this machine's own data, what the system does not protect. */
export function Notices() {
  const words = useWords();
  const error = usePoint((state) => state.point?.sync.error ?? null);
  const warnings = usePoint((state) => state.point?.warnings) ?? NONE;
  const keyProtected = usePoint((state) => state.info?.keyProtected ?? true);
  const said = noticesOf(error, warnings).map((one) => errorText(words, one));
  if (said.length === 0 && keyProtected) return null;
  return (
    <div className={classes.notices} role="status">
      {said.map(({ says, remedy }) => (
        <p key={says}>
          <strong>{says}</strong> {remedy}
        </p>
      ))}
      {!keyProtected && <p>{words.t('point.sync.keyUnprotected')}</p>}
    </div>
  );
}
