import { CHECK_IDS } from '../checks/check-id.ts';
import type { Verdict } from '../checks/verdict.ts';
import type { ManualItem } from '../policy/manual-item.ts';
import { type MeetingRecord, manualVerdict } from './readiness.ts';

/** What a point does before a meeting, in the order in which it is done. */
export const TO_DO_STEPS = ['duty', 'check', 'checklist', 'leader', 'send'] as const;
export type ToDoStep = (typeof TO_DO_STEPS)[number];

/**
 * `todo`: a person must do it. `mend`: done, and something does not hold. `waits`: goes on by itself. `later`: its turn has not
 * come. `so-far`: nothing waits, and more is to come. `unsaved`: what should be sent is not even on disk.
 */
export type ToDoState = 'done' | 'todo' | 'mend' | 'waits' | 'later' | 'so-far' | 'unsaved';

export interface ToDo {
  readonly step: ToDoStep;
  readonly state: ToDoState;
  /** How many of how many, where that can be counted. */
  readonly done: number;
  readonly of: number;
}

export interface ToDoFacts {
  readonly record: MeetingRecord;
  readonly checklist: readonly ManualItem[];
  readonly onDuty: boolean;
  /** Entries that are saved here and not yet at the province. */
  readonly pending: number;
  /** Runs that could not be written down, as on a full disk: nothing of them can be sent. */
  readonly unsaved: number;
}

/** Where a point stands with each step. Pure: it says nothing about the hour. */
export function toDoOf({ record, checklist, onDuty, pending, unsaved }: ToDoFacts): readonly ToDo[] {
  const checks = CHECK_IDS.map((id) => record.checks[id]?.verdict ?? 'not-run');
  const required = checklist.filter((item) => item.required);
  const manual = required.map((item) => manualVerdict(item, record.manual[item.id]?.answer));
  const before: ToDo[] = [
    counted('duty', onDuty ? 'done' : 'todo', Number(onDuty), 1),
    counted('check', stateOf(checks), checks.filter(isRun).length, checks.length),
    counted('checklist', stateOf(manual), manual.filter(isRun).length, manual.length),
    counted('leader', record.leader ? 'done' : 'todo', Number(record.leader !== null), 1),
  ];
  return [...before, counted('send', sendingOf(before, pending, unsaved), 0, 0)];
}

/** The first step that a person has to do something about; null when all is done that can be. */
export function nextToDo(steps: readonly ToDo[]): ToDo | null {
  return steps.find(({ state }) => state === 'todo' || state === 'mend') ?? null;
}

function isRun(verdict: Verdict): boolean {
  return verdict !== 'not-run';
}

/** What has not been tried is done first; then what does not hold is mended. A warning holds. */
function stateOf(verdicts: readonly Verdict[]): ToDoState {
  if (verdicts.includes('not-run')) return 'todo';
  return verdicts.some((verdict) => verdict === 'fail' || verdict === 'unmeasured') ? 'mend' : 'done';
}

/** Where the sending stands: done only once every step before it was taken, and what came of it is on disk. */
function sendingOf(before: readonly ToDo[], pending: number, unsaved: number): ToDoState {
  if (unsaved > 0) return 'unsaved';
  if (pending > 0) return 'waits';
  if (before.every(({ done }) => done === 0)) return 'later';
  return before.some(({ state }) => state === 'todo') ? 'so-far' : 'done';
}

function counted(step: ToDoStep, state: ToDoState, done: number, of: number): ToDo {
  return { step, state, done, of };
}
