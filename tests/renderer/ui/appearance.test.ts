import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../renderer/ui/appearance/appearance.ts';
import type { Appearance } from '../../../shared/appearance.ts';

const LIGHT = { dark: false, contrast: false, forced: false };
const DARK = { ...LIGHT, dark: true };
const CONTRAST = { ...LIGHT, contrast: true };
const FORCED = { ...CONTRAST, forced: true };
const FORCED_DARK = { ...FORCED, dark: true };

describe('how a window looks', () => {
  it.each([
    ['system', LIGHT, 'light', false],
    ['system', DARK, 'dark', false],
    ['system', CONTRAST, 'dark', true],
    ['light', DARK, 'light', false],
    ['light', CONTRAST, 'light', false],
    ['dark', LIGHT, 'dark', false],
    ['contrast', LIGHT, 'dark', true],
    ['contrast', FORCED, 'light', false],
    ['light', FORCED_DARK, 'dark', false],
  ] as const)('%s on a system that asks for %o', (appearance: Appearance, system, scheme, contrast) => {
    expect(lookOf(appearance, system)).toEqual({ scheme, contrast });
  });
});
