import { Button } from '@mantine/core';
import { Icon } from './icons.tsx';
import { useWords } from './words.tsx';

/** Plays something, and stops it while it plays. */
export function PlayButton(props: {
  readonly label: string;
  readonly hint?: string;
  readonly playing: boolean;
  readonly disabled: boolean;
  readonly onPlay: () => void;
  readonly onStop: () => void;
}) {
  const { t } = useWords();
  const { label, hint, playing, disabled, onPlay, onStop } = props;
  return (
    <Button
      variant="default"
      size="compact-md"
      h="auto"
      mih={30}
      title={hint}
      disabled={disabled}
      leftSection={<Icon name={playing ? 'stop' : 'play'} size={16} />}
      styles={STYLES}
      onClick={playing ? onStop : onPlay}
    >
      {playing ? t('cards.stopPlaying') : label}
    </Button>
  );
}

const STYLES = {
  root: { padding: '3px 6px', fontSize: 14 },
  section: { marginInlineEnd: 5 },
  label: { whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.35 },
} as const;
