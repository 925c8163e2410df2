import type { BilingualCheckWords } from '../check-words.ts';
import type { LinkProblem } from './problems.ts';
import { en } from './words-en.ts';
import { vi } from './words-vi.ts';

export const linkWords: BilingualCheckWords<LinkProblem> = { vi, en };
