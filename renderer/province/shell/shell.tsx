import { Suspense, useEffect, useRef } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import { useConsole } from '../context.tsx';
import { type Area, findScreen } from './area.tsx';
import { pathOf, useHash } from './hash.ts';
import { Header } from './header.tsx';

const FORBIDDEN: AppError = { code: 'auth-forbidden', values: {} };

/** The navigation and the screen the hash names; the first one when it names none. */
export function Shell({ areas }: { readonly areas: readonly Area[] }) {
  const { t } = useWords();
  const hash = useHash();
  const role = useConsole((state) => state.session?.role);
  const found = findScreen(areas, hash) ?? findScreen(areas, '#/');
  const content = useRef<HTMLDivElement>(null);
  const path = pathOf(hash);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // Another screen begins at its top, for the eye and for a screen reader.
    scrollTo(0, 0);
    content.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <Header areas={areas} found={found} onSkip={() => content.current?.focus()} />
      <div ref={content} tabIndex={-1} style={{ outline: 'none' }}>
        <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
          {found && role && (may(role, found.screen.right) ? found.element : <Refused />)}
        </Suspense>
      </div>
    </>
  );
}

function Refused() {
  return (
    <main style={{ maxWidth: 720, margin: '24px auto', padding: '0 24px' }}>
      <ErrorAdvice error={FORBIDDEN} />
    </main>
  );
}
