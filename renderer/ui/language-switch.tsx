import { SegmentedControl } from '@mantine/core';
import { useWords } from './words.tsx';

export function LanguageSwitch() {
  const { locale, setLocale, t } = useWords();
  return (
    <SegmentedControl
      aria-label={t('common.language.choose')}
      size="sm"
      value={locale}
      onChange={setLocale}
      data={[
        { value: 'vi', label: <span title={t('common.language.vi')}>VI</span> },
        { value: 'en', label: <span title={t('common.language.en')}>EN</span> },
      ]}
    />
  );
}
