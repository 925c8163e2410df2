import { UnstyledButton } from '@mantine/core';
import type { MeetingRecord } from '../../../shared/meeting/readiness.ts';
import { nextToDo, type ToDo, type ToDoState, type ToDoStep, toDoOf } from '../../../shared/meeting/to-do.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Look } from '../../ui/tone.ts';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import { useCourse } from '../during/use-course.ts';
import { usePolicy } from '../use-current.ts';
import classes from './to-do.module.css';

const LOOKS = {
  done: { tone: 'pass', icon: 'pass' },
  todo: { tone: 'idle', icon: 'not-run' },
  mend: { tone: 'fail', icon: 'warn' },
  waits: { tone: 'busy', icon: 'disk' },
  later: { tone: 'idle', icon: 'cloud' },
  'so-far': { tone: 'pass', icon: 'cloud' },
  unsaved: { tone: 'fail', icon: 'warn' },
} as const satisfies Record<ToDoState, Look>;

/** What is still to be done before the meeting, in order; each step leads to where it is done. */
export function ToDoStrip({ record }: { readonly record: MeetingRecord }) {
  const { t } = useWords();
  const { checklist } = usePolicy();
  const course = useCourse();
  const pending = usePoint((state) => state.point?.sync.pending ?? 0);
  const unsaved = usePoint((state) => (state.filing.kind === 'saving' ? 0 : state.unfiled.length));
  const steps = toDoOf({ record, checklist, onDuty: (course?.attendance.duty ?? null) !== null, pending, unsaved });
  const next = nextToDo(steps);
  return (
    <nav className={classes.strip} aria-label={t('home.todo.label')}>
      <ol className={classes.steps}>
        {steps.map((one, index) => (
          <Step key={one.step} number={index + 1} todo={one} isNext={one === next} />
        ))}
      </ol>
    </nav>
  );
}

function Step(props: { readonly number: number; readonly todo: ToDo; readonly isNext: boolean }) {
  const { number, isNext } = props;
  const { step, state, done, of } = props.todo;
  const { t } = useWords();
  const go = useGo();
  const { tone, icon } = LOOKS[state];
  return (
    <li>
      <UnstyledButton
        className={classes.step}
        data-state={state}
        data-next={isNext}
        aria-current={isNext ? 'step' : undefined}
        onClick={() => go(step)}
      >
        <span className={classes.disc} style={isNext ? undefined : { color: `var(--${tone})` }}>
          {state === 'todo' ? number : <Icon name={icon} size={20} />}
        </span>
        <span className={classes.words}>
          <span className={classes.name}>{t(`home.todo.steps.${step}`)}</span>
          <span className={classes.state}>
            {isNext ? t('home.todo.next') : t(`home.todo.states.${state}`)}
            {of > 1 && ` · ${t('home.todo.count', { done, of })}`}
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
}

/** Does the step, or leads to where it is done. */
function useGo(): (step: ToDoStep) => void {
  const openDuring = usePoint((state) => state.openDuring);
  const openSignIn = usePoint((state) => state.openSignIn);
  const sync = usePoint((state) => state.sync);
  const fileAgain = usePoint((state) => state.fileAgain);
  const unsaved = usePoint((state) => state.unfiled.length > 0);
  const runChecks = usePoint((state) => state.runChecks);
  const running = usePoint((state) => Object.keys(state.activity).length > 0);
  const ran = usePoint((state) => state.filing.kind !== 'nothing');
  const mustMend = () => document.querySelector<HTMLElement>('[data-check][data-tone="fail"] button');
  return (step) => {
    switch (step) {
      case 'duty':
        return openDuring('duty');
      case 'check': {
        const card = mustMend();
        if (ran && card) return card.focus();
        if (!running) void runChecks();
        return;
      }
      case 'checklist':
        return document.querySelector<HTMLElement>('[data-answer="none"] button, [data-answer] button')?.focus();
      case 'leader':
        return openSignIn();
      case 'send':
        return void (unsaved ? fileAgain() : sync());
    }
  };
}
