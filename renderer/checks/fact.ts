import type { z } from 'zod';
import type { cards } from '../../shared/strings/vi/cards.ts';

type Cards = typeof cards;

/** A number and what it is counted in. */
export interface Quantity {
  readonly value: number;
  readonly unit: keyof Cards['unit'];
}

/** What was measured: a number, one of our words, or a name as the machine gave it. */
export type FactValue =
  | Quantity
  | { readonly word: keyof Cards['word'] }
  | { readonly witness: keyof Cards['witness'] }
  | { readonly text: string };

/** A number of the policy that the value was judged by. */
export interface FactLimit {
  readonly kind: keyof Cards['limit'];
  readonly value: Quantity | { readonly text: string };
}

/** One line of a card's details. Says nothing of good or bad: that is what the findings are for. */
export interface Fact {
  readonly label: keyof Cards['fact'];
  readonly value: FactValue;
  /** The value is a lower bound only. */
  readonly atLeast?: boolean;
  readonly limits?: readonly FactLimit[];
  /** Number of the channel it belongs to, from 1, where there are several. */
  readonly channel?: number;
}

/** A measurement as it is kept: it crosses processes as plain JSON. */
export type Measurement = Readonly<Record<string, unknown>>;

/** Facts of a measurement that this version can read; none of another one. */
export function factsBy<Schema extends z.ZodType, Limits>(
  schema: Schema,
  facts: (measured: z.infer<Schema>, limits: Limits) => readonly (Fact | null)[],
): (measurement: Measurement, limits: Limits) => readonly Fact[] {
  return (measurement, limits) => {
    const parsed = schema.safeParse(measurement);
    return parsed.success ? facts(parsed.data, limits).filter((fact) => fact !== null) : [];
  };
}

/** One line, or none where it was not measured. `limits` are numbers in the unit of the value. */
export function number(
  label: Fact['label'],
  value: number | null | undefined,
  unit: Quantity['unit'],
  limits: Partial<Record<FactLimit['kind'], number>> = {},
): Fact | null {
  if (value == null) return null;
  // In an older policy 0 stands for a limit it does not have.
  const given = (Object.entries(limits) as [FactLimit['kind'], number][]).filter(([, limit]) => limit !== 0);
  return {
    label,
    value: { value, unit },
    limits: given.map(([kind, limit]) => ({ kind, value: { value: limit, unit } })),
  };
}

/** A name as the machine gave it; none where it gave none. */
export function named(label: Fact['label'], text: string): Fact | null {
  return text === '' ? null : { label, value: { text } };
}

export function said(label: Fact['label'], word: keyof Cards['word']): Fact {
  return { label, value: { word } };
}
