import { Button } from '@mantine/core';
import { useState } from 'react';
import { CHECK_IDS, type CheckId } from '../../../shared/checks/check-id.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Ask, WallPoint } from '../../../shared/protocol/wall.ts';
import { checkFigures } from '../../../shared/strings/check-figures.ts';
import { checkName, checkText, furtherTexts } from '../../../shared/strings/check-text.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { StateBadge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icons.tsx';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { Plot, samplesOf } from './plot.tsx';
import classes from './point.module.css';

/** Each check: its verdict in words, how its figure went over the meetings, what drifted, and asking for it again. */
export function PointChecks(props: { readonly point: WallPoint; readonly now: number; readonly helps: boolean }) {
  const { point, now, helps } = props;
  const { t, locale } = useWords();
  const askPoint = useConsole((state) => state.askPoint);
  const [error, setError] = useState<AppError | null>(null);
  const recheck = async (check: CheckId) => {
    const asked = await askPoint({ kind: 'recheck', check, text: '' });
    setError(asked.ok ? null : asked.error);
  };
  const no = point.row.manual.no.map((id) => point.checklist.find((item) => item.id === id)?.[locale] ?? id);
  return (
    <section className={classes.panel} aria-label={t('wall.point.checks')}>
      <h3>{t('wall.point.checks')}</h3>
      {error && <ErrorAdvice error={error} />}
      {CHECK_IDS.map((id) => (
        <CheckLine
          key={id}
          id={id}
          point={point}
          ask={point.asks.find(({ check }) => check === id)}
          now={now}
          onRecheck={helps ? recheck : null}
        />
      ))}
      {no.length > 0 && <p>{t('wall.point.manualNo', { items: no.join('; ') })}</p>}
    </section>
  );
}

const OPEN: readonly Ask['state'][] = ['pending', 'delivered', 'accepted'];

function CheckLine(props: {
  readonly id: CheckId;
  readonly point: WallPoint;
  readonly ask: Ask | undefined;
  readonly now: number;
  readonly onRecheck: ((id: CheckId) => Promise<void>) | null;
}) {
  const { id, point, ask, now, onRecheck } = props;
  const words = useWords();
  const { t } = words;
  const standing = point.row.checks[id];
  const verdict = standing?.verdict ?? 'not-run';
  const name = checkName(words, id);
  return (
    <div className={classes.check} data-check={id}>
      <div className={classes.checkTop}>
        <Icon name={id} size={22} />
        <strong>{name}</strong>
        <StateBadge look={VERDICT_LOOK[verdict]}>
          {standing || point.row.state !== 'no-data' ? t(`verdicts.check.${verdict}`) : t('wall.states.no-data')}
        </StateBadge>
        <Plot id={id} samples={samplesOf(id, point.runs)} />
        {onRecheck && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('wall.point.recheckOf', { name })}
            disabled={ask !== undefined && OPEN.includes(ask.state)}
            onClick={() => void onRecheck(id)}
          >
            {t('wall.point.recheck')}
          </Button>
        )}
      </div>
      {standing && <CheckWords id={id} standing={standing} />}
      {ask && (
        <p className={classes.ask} role="status">
          {t(`wall.ask.states.${ask.state}`)} · {ask.by}, {formatMoment(ask.stateAt, now)}
        </p>
      )}
    </div>
  );
}

type Standing = NonNullable<WallPoint['row']['checks'][CheckId]>;

function CheckWords({ id, standing }: { readonly id: CheckId; readonly standing: Standing }) {
  const words = useWords();
  const { also, drift } = furtherTexts(words, id, standing);
  const { says, remedy } =
    standing.verdict === 'pass' ? { says: '', remedy: '' } : checkText(words, id, standing.reason, standing.values);
  const figures = checkFigures(words, id, standing.values);
  return (
    <>
      {says !== '' && <p>{[says, ...also].join(' ')}</p>}
      {remedy !== '' && <p className={classes.soft}>{remedy}</p>}
      {figures !== '' && <p className={classes.soft}>{figures}</p>}
      {drift.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}
