import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OfferedRelease } from '../../../shared/protocol/releases.ts';
import { actorText } from '../../../shared/strings/audit-text.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import type { Stage } from '../../../shared/updates/stage.ts';
import box from '../../ui/box.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './admin.module.css';
import { ReleasePoints } from './release-points.tsx';

/** What is offered to the points now, how far they have got, and who decides that the rest gets it too. */
export function ReleaseCard(props: {
  readonly offered: OfferedRelease | null;
  readonly busy: boolean;
  readonly onStage: (version: string, stage: Stage) => void;
}) {
  const words = useWords();
  const { t } = words;
  const { offered } = props;
  if (offered === null) return <p>{t('updates.province.none')}</p>;
  const { version, signedAt, addedAt, actor, takesBack, missing, points } = offered;
  const about = { signed: formatDateTime(signedAt), added: formatDateTime(addedAt), actor: actorText(words, actor) };
  return (
    <section className={box.panel} aria-labelledby="release">
      <div className={classes.top}>
        <div>
          <h2 id="release">{t('updates.province.title', { version })}</h2>
          <p>{t('updates.province.signed', about)}</p>
          {takesBack.length > 0 && <p>{t('updates.province.rollBack', { versions: takesBack.join(', ') })}</p>}
          {missing.length > 0 && (
            <p role="alert" className={classes.missing}>
              <Icon name="warn" size={18} />
              {t('updates.province.missing', { files: missing.join(', ') })}
            </p>
          )}
          <Progress offered={offered} />
        </div>
        <StageButtons {...props} offered={offered} />
      </div>
      {points.length > 0 && <ReleasePoints points={points} />}
    </section>
  );
}

function Progress({ offered: { stage, points } }: { readonly offered: OfferedRelease }) {
  const { t } = useWords();
  const first = points.filter(({ isFirst }) => isFirst);
  const running = (some: OfferedRelease['points']) => some.filter(({ runs }) => runs).length;
  const counts = { runs: running(first), of: first.length, all: running(points), total: points.length };
  return (
    <p role="status">
      <strong>{t(`updates.province.stages.${stage}`, { count: first.length })}</strong>{' '}
      {t('updates.province.progress', counts)}
    </p>
  );
}

function StageButtons(props: {
  readonly offered: OfferedRelease;
  readonly busy: boolean;
  readonly onStage: (version: string, stage: Stage) => void;
}) {
  const { t } = useWords();
  const { offered, busy } = props;
  const [isAsking, setAsking] = useState(false);
  const behind = offered.points.filter(({ isFirst, runs }) => isFirst && !runs).length;
  const { missing } = offered;
  // What is to be done first is to upload the rest.
  const isIncomplete = missing.length > 0;
  const put = (stage: Stage) => {
    setAsking(false);
    props.onStage(offered.version, stage);
  };
  return (
    <div className={classes.row}>
      {offered.stage !== 'all' && (
        <Button
          variant={isIncomplete ? 'default' : 'filled'}
          loading={busy}
          onClick={() => (behind > 0 || isIncomplete ? setAsking(true) : put('all'))}
        >
          {t('updates.province.toAll')}
        </Button>
      )}
      {offered.stage !== 'first' && (
        <Button variant="default" disabled={busy} onClick={() => put('first')}>
          {t('updates.province.toFirst')}
        </Button>
      )}
      {offered.stage !== 'stopped' && (
        <Button variant="default" disabled={busy} onClick={() => put('stopped')}>
          {t('updates.province.stop')}
        </Button>
      )}
      <Dialog look="small" title={isAsking ? t('updates.province.toAll') : null} onClose={() => setAsking(false)}>
        <div className={classes.form}>
          {isIncomplete && <p>{t('updates.province.confirmMissing', { files: missing.join(', ') })}</p>}
          {behind > 0 && <p>{t('updates.province.confirmAll', { count: behind })}</p>}
          <div className={classes.row}>
            <Button variant={isIncomplete ? 'default' : 'filled'} onClick={() => put('all')}>
              {t('updates.province.toAll')}
            </Button>
            <Button variant={isIncomplete ? 'filled' : 'default'} onClick={() => setAsking(false)}>
              {t('updates.province.back')}
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
