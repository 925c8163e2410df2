import '../../../shared/zod-setup.ts';

import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';

/** What is wrong with a code as far as it is typed; null while nothing can be said yet or nothing is wrong. */
export type CodeFault = 'other-text' | 'incomplete';

const PREFIX = 'DC1.';
/** The shortest code there can be is longer. */
const SOME_CHARACTERS = 40;

export function codeFault(text: string): CodeFault | null {
  const typed = text.replace(/\s+/g, '');
  if (!PREFIX.startsWith(typed.slice(0, PREFIX.length))) return 'other-text';
  if (typed.length < SOME_CHARACTERS || parseEnrolmentCode(typed) !== null) return null;
  return 'incomplete';
}
