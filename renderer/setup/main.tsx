import '../../shared/zod-setup.ts';

import '../ui/styles.ts';

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../../shared/strings/translator.ts';
import { UiProvider } from '../ui/provider.tsx';
import { Setup } from './setup.tsx';

function SetupWindow() {
  const [locale, setLocale] = useState<Locale>('vi');
  return (
    <UiProvider locale={locale} setLocale={setLocale}>
      <Setup />
    </UiProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page lacks its root');
createRoot(root).render(<SetupWindow />);
