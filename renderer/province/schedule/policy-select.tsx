import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { formatDate } from '../../../shared/strings/format.ts';
import { versionText } from '../../../shared/strings/policy-text.ts';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';

/** Which version of the policy judges a meeting; `value` null: the one in force when it starts. */
export function PolicySelect(props: {
  readonly className?: string | undefined;
  readonly value: string | null;
  readonly onChange: (version: string | null) => void;
}) {
  const { className, value, onChange } = props;
  const words = useWords();
  const { t } = words;
  const versions = useConsole((state) => state.policyVersions);
  const load = useConsole((state) => state.loadPolicyVersions);
  useEffect(() => void load(), [load]);
  const known = versions.map(({ version, from }) => ({
    value: version,
    label: t('invited.policyVersion', { version: versionText(words, version), date: formatDate(from) }),
  }));
  // Also before the list is here, or when it cannot be had, the one that is chosen shows and stays.
  if (value !== null && !known.some((one) => one.value === value))
    known.push({ value, label: versionText(words, value) });
  const now = versions[0] ? versionText(words, versions[0].version) : '…';
  return (
    <NativeSelect
      className={className ?? ''}
      label={t('invited.policy')}
      description={t('invited.policyHint')}
      value={value ?? ''}
      data={[{ value: '', label: t('invited.policyAtStart', { version: now }) }, ...known]}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
