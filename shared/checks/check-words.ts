/** What is said of a problem, and what the technician can do about it. A problem without a remedy does not compile. */
export interface ProblemWords {
  readonly says: string;
  readonly do: string;
  /** What to do instead of `do` where the finding's value `medium` says how the machine is connected. */
  readonly doOn?: Readonly<Partial<Record<'wired' | 'wireless', string>>>;
}

/** One language's words of one check. `ok` is said of a pass. Values are written `{{name}}`, numbers `{{name, number}}`. */
export interface CheckWords<Problem extends string> {
  readonly name: string;
  readonly about: string;
  readonly ok: string;
  readonly problems: Readonly<Record<Problem, ProblemWords>>;
}

/** Both languages of one check: the same keys, or it does not compile. */
export interface BilingualCheckWords<Problem extends string> {
  readonly vi: CheckWords<Problem>;
  readonly en: CheckWords<Problem>;
}
