import { FileInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../ui/words.tsx';

/**
 * Chooses a list, CSV or XLSX. It is read at once: a browser refuses to send a file that was saved anew since it was chosen, which is
 * just what happens to one whose wrong rows are mended.
 */
export function ListFile(props: { readonly file: File | null; readonly onChange: (file: File | null) => void }) {
  const { file, onChange } = props;
  const { t } = useWords();
  const [unread, setUnread] = useState(false);
  async function choose(chosen: File | null): Promise<void> {
    const read = chosen && (await chosen.arrayBuffer().catch(() => null));
    setUnread(chosen !== null && read === null);
    onChange(chosen && read && new File([read], chosen.name, { type: chosen.type }));
  }
  return (
    <FileInput
      label={t('province.schedule.file')}
      placeholder={t('province.schedule.choose')}
      accept=".csv,.xlsx"
      value={file}
      error={unread ? t('province.schedule.unreadFile') : null}
      onChange={(chosen) => void choose(chosen)}
    />
  );
}
