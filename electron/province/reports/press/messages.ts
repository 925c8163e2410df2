import type { AppError } from '../../../../shared/errors.ts';
import type { PrintOrder } from './press.ts';

/** What a thread is asked, and what it answers; one question at a time. A thread that failed is of no further use. */
export interface Talk {
  /** `begun`: pieces can be asked for. */
  readonly print: {
    readonly question: { readonly kind: 'print'; readonly order: PrintOrder };
    readonly answer: { readonly kind: 'begun' } | { readonly kind: 'refused'; readonly error: AppError };
  };
  readonly more: {
    readonly question: { readonly kind: 'more' };
    readonly answer: { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'ended' };
  };
}

export type Question = Talk[keyof Talk]['question'];
export type AnswerTo<Asked extends Question> = Talk[Asked['kind']]['answer'];
export type Answer = AnswerTo<Question> | { readonly kind: 'failed'; readonly message: string };
