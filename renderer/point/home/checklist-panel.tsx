import type { PointMeeting } from '../../../shared/meeting/meeting.ts';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import box from '../../ui/box.module.css';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePolicy } from '../use-current.ts';
import { ChecklistItem } from './checklist-item.tsx';
import classes from './home.module.css';

/** The manual checklist of the province, for the next meeting. */
export function ChecklistPanel(props: { readonly meeting: PointMeeting | null; readonly record: MeetingRecord }) {
  const { meeting, record } = props;
  const { t } = useWords();
  const { checklist } = usePolicy();
  const required = checklist.filter((item) => item.required);
  const answered = required.filter((item) => record.manual[item.id] !== undefined);
  return (
    <section className={`${box.panel} ${box.narrow} ${classes.checklist}`} aria-labelledby="checklist">
      <header className={classes.panelHead}>
        <h2 id="checklist" className={classes.label}>
          <Icon name="list" size={18} />
          {t('point.checklist.title')}
        </h2>
        {meeting && (
          <span className={classes.count}>
            {t('point.checklist.progress', { answered: answered.length, required: required.length })}
          </span>
        )}
      </header>
      {meeting ? (
        <ol className={classes.items}>
          {checklist.map((item, index) => (
            <ChecklistItem
              key={item.id}
              number={index + 1}
              item={item}
              meetingId={meeting.id}
              given={record.manual[item.id] ?? null}
            />
          ))}
        </ol>
      ) : (
        <p className={classes.empty}>{t('point.checklist.noMeeting')}</p>
      )}
    </section>
  );
}
