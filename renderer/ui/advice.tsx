import { Alert, Button } from '@mantine/core';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/strings/check-text.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words.tsx';

export interface AdviceProps {
  readonly error: AppError;
  readonly onRetry?: () => void;
  /** What to do here, where that is something else than the error's own words say. */
  readonly remedy?: string | undefined;
  /** Where that is done. */
  readonly way?: { readonly label: string; readonly href: string };
}

/** An expected failure in words, and what to do about it. Announced at once to a screen reader. */
export function ErrorAdvice({ error, onRetry, remedy, way }: AdviceProps) {
  const words = useWords();
  const said = errorText(words, error);
  return (
    <Alert color="red" variant="outline" icon={<Icon name="warn" />} title={said.says} role="alert" styles={ALERT}>
      {words.t('common.whatToDo')}: {remedy ?? said.remedy}
      {way && (
        <div>
          <Button component="a" href={way.href} variant="default" size="compact-md" mt="xs">
            {way.label}
          </Button>
        </div>
      )}
      {onRetry && (
        <Button variant="default" size="compact-md" mt="xs" display="block" onClick={onRetry}>
          {words.t('common.actions.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** The same in the little room of a card. */
export function SmallAdvice({ error }: { readonly error: AppError }) {
  const words = useWords();
  const { says, remedy } = errorText(words, error);
  return (
    <p role="alert" style={SMALL}>
      <strong>{says}</strong> {remedy}
    </p>
  );
}

const SMALL = {
  padding: '6px 9px',
  borderRadius: 8,
  fontSize: 14,
  lineHeight: '20px',
  overflowWrap: 'anywhere',
  background: 'var(--fail-soft)',
} as const;

const ALERT = {
  root: { background: 'var(--fail-soft)', borderColor: 'var(--fail)' },
  title: { color: 'var(--fail)', fontSize: 16 },
  icon: { color: 'var(--fail)' },
  message: { color: 'var(--ink)', fontSize: 15 },
};
