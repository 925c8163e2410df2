import type { ProposalAnswer } from '../../../shared/protocol/proposal-answers.ts';
import { formatMoment } from '../../../shared/strings/format.ts';
import { StateBadge } from '../../ui/badge.tsx';
import type { Look } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './during.module.css';

const LOOKS = {
  waiting: { tone: 'idle', icon: 'unmeasured' },
  accepted: { tone: 'pass', icon: 'pass' },
  refused: { tone: 'fail', icon: 'fail' },
} as const satisfies Record<string, Look>;
const NONE: readonly ProposalAnswer[] = [];

/** What this point proposed before, and what the province said to it. Nothing where nothing was. */
export function ProposalAnswers() {
  const { t } = useWords();
  const answers = usePoint((state) => state.point?.feed?.proposals) ?? NONE;
  if (answers.length === 0) return null;
  return (
    <section className={classes.list} aria-labelledby="proposed">
      <h3 id="proposed">{t('proposal.mine')}</h3>
      {answers.map(({ id, kind, fullName, at, decision }) => {
        const state = decision === null ? 'waiting' : decision.accepted ? 'accepted' : 'refused';
        return (
          <div key={id} className={classes.row}>
            <div className={classes.rowWords}>
              {t('proposal.answerTo', { kind: t(`roster.proposalKinds.${kind}`), name: fullName })}
              <div className={classes.soft}>
                {formatMoment(decision?.at ?? at, Date.now())}
                {decision !== null && decision.reason !== '' && ` · ${decision.reason}`}
              </div>
            </div>
            <StateBadge look={LOOKS[state]}>{t(`proposal.answers.${state}`)}</StateBadge>
          </div>
        );
      })}
    </section>
  );
}
