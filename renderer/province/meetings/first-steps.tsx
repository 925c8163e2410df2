import { may } from '../../../shared/protocol/rights.ts';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import { enrolmentRoute } from '../admin/routes.ts';
import classes from '../console.module.css';
import { useConsole } from '../context.tsx';
import { pointsRoute } from '../roster/routes.ts';
import { newMeetingRoute } from './routes.ts';

/** What a province does first, in order; shown where there is no meeting yet, to those who may. */
export function FirstSteps() {
  const { t } = useWords();
  const role = useConsole((state) => state.session?.role);
  if (!role || !may(role, 'points')) return null;
  const steps = [
    { key: 'points', href: pointsRoute.hash({}) },
    { key: 'sheets', href: enrolmentRoute.hash({}) },
    { key: 'meeting', href: newMeetingRoute.hash({}) },
  ] as const;
  return (
    <section className={`${box.panel} ${classes.firstSteps}`} aria-labelledby="first-steps">
      <h2 id="first-steps">{t('setup.first.title')}</h2>
      <p>{t('setup.first.about')}</p>
      <ol>
        {steps.map(({ key, href }) => (
          <li key={key}>
            <a href={href}>
              <strong>{t(`setup.first.${key}`)}</strong>
              <span>{t(`setup.first.${key}About`)}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
