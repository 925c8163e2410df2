import type { ReactNode } from 'react';
import classes from './badge.module.css';
import { Icon } from './icons.tsx';
import type { Look } from './tone.ts';

/** A state in words, colour and icon. */
export function StateBadge({ look, children }: { readonly look: Look; readonly children: ReactNode }) {
  return (
    <span className={classes.badge} data-badge data-tone={look.tone}>
      <Icon name={look.icon} size={16} />
      <span>{children}</span>
    </span>
  );
}
