import '../../shared/zod-setup.ts';

import '../ui/styles.ts';

import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Locale } from '../../shared/strings/translator.ts';
import { UiProvider } from '../ui/provider.tsx';
import { Gallery } from './gallery.tsx';

/** `#vi`, `#en/camera`, `#vi/camera/open`: the language, one check alone, its details open. */
const [language, only, open] = location.hash.slice(1).split('/');

/** Every card in every state, for people who work on them. Not part of what ships. */
function GalleryWindow() {
  const [locale, setLocale] = useState<Locale>(language === 'en' ? 'en' : 'vi');
  return (
    <UiProvider locale={locale} setLocale={setLocale}>
      <Gallery only={only} detailsOpen={open === 'open'} />
    </UiProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('the page lacks its root');
createRoot(root).render(<GalleryWindow />);
