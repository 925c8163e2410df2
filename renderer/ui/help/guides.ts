import type { Locale } from '../../../shared/strings/translator.ts';
import type { Token } from './token.ts';

export type GuideName = 'technician' | 'leader' | 'province';

type Load = () => Promise<{ readonly default: readonly Token[] }>;

/** Each is a file of its own, read when it is asked for. */
export const GUIDES: Readonly<Record<GuideName, Readonly<Record<Locale, Load>>>> = {
  technician: {
    vi: () => import('virtual:guide/technician/vi'),
    en: () => import('virtual:guide/technician/en'),
  },
  leader: { vi: () => import('virtual:guide/leader/vi'), en: () => import('virtual:guide/leader/en') },
  province: { vi: () => import('virtual:guide/province/vi'), en: () => import('virtual:guide/province/en') },
};
