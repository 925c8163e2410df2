import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './dialog.module.css';
import { useWords } from './words.tsx';

const SIZES = { large: 780, small: 560 } as const;

/** The frame of every dialog; Escape closes it. */
export function Dialog(props: {
  /** Null: it is closed. */
  readonly title: string | null;
  /** `large`: big type in the middle of the screen, to be read standing; `small`: a form over a screen of the console. */
  readonly look?: keyof typeof SIZES;
  /** Width in CSS pixels, where the look's does not fit. */
  readonly size?: number;
  /** Also a press beside it closes it: nothing is lost by that. */
  readonly light?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const { title, look = 'large' } = props;
  return (
    <Modal.Root
      opened={title !== null}
      onClose={props.onClose}
      size={props.size ?? SIZES[look]}
      {...(look === 'large' && { centered: true, yOffset: '2vh' })}
      lockScroll={false}
      closeOnClickOutside={props.light === true}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      {/* The library names it by its title a moment after it took the keyboard. */}
      <Modal.Content {...(title !== null && { 'aria-label': title })}>
        <div className={classes.head} data-look={look}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton size="lg" aria-label={t('common.actions.close')} />
        </div>
        <Modal.Body className={classes.body} data-look={look}>
          {title !== null && <WayBack />}
          {title !== null && props.children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/**
 * Leads back to where the dialog was opened from. Mantine does so for a dialog that stays in the page and is closed; one that is
 * taken out of the page while it is open would leave the keyboard nowhere.
 */
function WayBack() {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body || !from?.isConnected) return;
      if (from instanceof HTMLElement) from.focus();
    },
    [from],
  );
  return null;
}
