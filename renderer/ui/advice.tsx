import { Alert, Button } from '@mantine/core';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/strings/check-text.ts';
import { Icon } from './icons.tsx';
import { useWords } from './words.tsx';

/** An expected failure in words, and what to do about it. Announced at once to a screen reader. */
export function ErrorAdvice({ error, onRetry }: { readonly error: AppError; readonly onRetry?: () => void }) {
  const words = useWords();
  const { says, remedy } = errorText(words, error);
  return (
    <Alert color="red" variant="outline" icon={<Icon name="warn" />} title={says} role="alert" styles={ALERT}>
      {words.t('common.whatToDo')}: {remedy}
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
