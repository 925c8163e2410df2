import { Button, Textarea, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { ManualAnswer } from '../../../shared/events/event.ts';
import type { ManualItem } from '../../../shared/policy/manual-item.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './checklist-item.module.css';

type Given = Pick<ManualAnswer, 'answer' | 'note'>;

const ANSWERS = [
  { answer: 'yes', key: 'common.yes' },
  { answer: 'no', key: 'common.no' },
  { answer: 'not-applicable', key: 'common.notApplicable' },
] as const;

export function ChecklistItem(props: {
  readonly number: number;
  readonly item: ManualItem;
  readonly meetingId: string;
  readonly given: Given | null;
}) {
  const { number, item, meetingId, given } = props;
  const { t, locale } = useWords();
  const [noteOpen, setNoteOpen] = useState(false);
  const sending = usePoint((state) => state.answering[item.id]);
  const file = usePoint((state) => state.answer);
  const words = item[locale];
  const answer = (chosen: Given['answer'], note: string) =>
    void file({ meetingId, itemId: item.id, answer: chosen, note });
  return (
    <li className={classes.item} data-answer={given?.answer ?? 'none'}>
      <p id={`item-${item.id}`}>
        {number}. {words}
        {item.required && (
          <span className={classes.required}>
            {' '}
            <span aria-hidden="true">*</span>
            <span className={classes.srOnly}>({t('point.checklist.required')})</span>
          </span>
        )}
      </p>
      <div className={classes.row}>
        <fieldset className={classes.answers} aria-labelledby={`item-${item.id}`}>
          {ANSWERS.map(({ answer: value, key }) => (
            <UnstyledButton
              key={value}
              className={classes.answer}
              data-value={value}
              aria-pressed={given?.answer === value}
              disabled={sending === 'saving'}
              onClick={() => {
                answer(value, given?.note ?? '');
                if (value === 'no') setNoteOpen(true);
              }}
            >
              {t(key)}
            </UnstyledButton>
          ))}
        </fieldset>
        {given && (
          <UnstyledButton
            className={classes.noteButton}
            aria-expanded={noteOpen}
            aria-label={t('point.checklist.addNote', { item: words })}
            title={t('point.checklist.note')}
            onClick={() => setNoteOpen(!noteOpen)}
          >
            <Icon name="note" size={18} />
          </UnstyledButton>
        )}
      </div>
      {given && !noteOpen && given.note !== '' && <p className={classes.note}>{given.note}</p>}
      {given && noteOpen && (
        <NoteForm
          note={given.note}
          label={t('point.checklist.addNote', { item: words })}
          onSave={(note) => {
            setNoteOpen(false);
            answer(given.answer, note);
          }}
        />
      )}
      {sending === 'saving' && <p className={classes.saving}>{t('point.checklist.saving')}</p>}
      {sending && sending !== 'saving' && <ErrorAdvice error={sending} />}
    </li>
  );
}

function NoteForm(props: { readonly note: string; readonly label: string; readonly onSave: (note: string) => void }) {
  const { t } = useWords();
  const [note, setNote] = useState(props.note);
  return (
    <div className={classes.noteForm}>
      <Textarea
        aria-label={props.label}
        placeholder={t('point.checklist.note')}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button size="compact-md" variant="default" onClick={() => props.onSave(note.trim())}>
        {t('common.actions.save')}
      </Button>
    </div>
  );
}
