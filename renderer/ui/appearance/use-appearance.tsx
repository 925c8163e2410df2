import { useMediaQuery } from '@mantine/hooks';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react';
import type { Appearance } from '../../../shared/appearance.ts';
import { type Look, lookOf } from './appearance.ts';
import type { AppearanceKeeper } from './keeper.ts';

interface Chosen {
  readonly appearance: Appearance;
  readonly setAppearance: (appearance: Appearance) => void;
}

const AppearanceContext = createContext<Chosen | null>(null);
const AT_ONCE = { getInitialValueInEffect: false };

/** Holds what was chosen, and hands what is to be drawn to `children`. */
export function AppearanceProvider(props: {
  readonly keeper: AppearanceKeeper;
  readonly children: (look: Look) => ReactNode;
}) {
  const { keeper, children } = props;
  const [appearance, setChosen] = useState(keeper.kept);
  const dark = useMediaQuery('(prefers-color-scheme: dark)', undefined, AT_ONCE) === true;
  const contrast = useMediaQuery('(prefers-contrast: more)', undefined, AT_ONCE) === true;
  const forced = useMediaQuery('(forced-colors: active)', undefined, AT_ONCE) === true;
  const look = lookOf(appearance, { dark, contrast, forced });
  useLayoutEffect(() => {
    document.documentElement.dataset.contrast = look.contrast ? 'more' : 'usual';
  }, [look.contrast]);
  const chosen = useMemo(
    () => ({
      appearance,
      setAppearance(next: Appearance) {
        keeper.keep(next);
        setChosen(next);
      },
    }),
    [appearance, keeper],
  );
  return <AppearanceContext value={chosen}>{children(look)}</AppearanceContext>;
}

export function useAppearance(): Chosen {
  const chosen = useContext(AppearanceContext);
  if (!chosen) throw new Error('useAppearance outside AppearanceProvider');
  return chosen;
}
