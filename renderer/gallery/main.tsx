import '../ui/zod-setup.ts';

import '../ui/styles.ts';

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../../shared/strings/translator.ts';
import { UiProvider } from '../ui/provider.tsx';
import { Gallery } from './gallery.tsx';

/** Every card in every state, for people who work on them. Not part of what ships. */
function GalleryWindow() {
  const [locale, setLocale] = useState<Locale>(location.hash === '#en' ? 'en' : 'vi');
  return (
    <UiProvider locale={locale} setLocale={setLocale}>
      <Gallery />
    </UiProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page lacks its root');
createRoot(root).render(<GalleryWindow />);
