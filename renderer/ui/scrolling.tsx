import type { ReactNode } from 'react';

/** What scrolls by itself, under a name: it takes the focus, for a keyboard scrolls what has it. */
export function Scrolling(props: {
  readonly className: string | undefined;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={props.className} aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}

/** Code as it stands, which scrolls where it is wider or longer than its place. */
export function ScrollingCode({
  className,
  children,
}: {
  readonly className: string | undefined;
  readonly children: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    <pre className={className} tabIndex={0}>
      {children}
    </pre>
  );
}
