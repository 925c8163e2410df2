import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../../renderer/ui/appearance/tokens.css', import.meta.url), 'utf8');
type Tokens = Readonly<Record<string, string>>;

/** The tokens of the block that starts with `selector`, as `{ name: '#rrggbb' }`. */
function tokensOf(selector: string): Tokens {
  const start = CSS.indexOf(`${selector} {`);
  if (start === -1) throw new Error(`no block ${selector}`);
  const block = CSS.slice(start, CSS.indexOf('}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]));
}

const light = tokensOf(':root');
const dark = { ...light, ...tokensOf(':root[data-mantine-color-scheme="dark"]') };
const contrast = { ...dark, ...tokensOf(':root[data-contrast="more"][data-mantine-color-scheme="dark"]') };

/** Relative luminance of `#rrggbb`, 0…1, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(tokens: Tokens, one: string, other: string): number {
  const lights = [one, other].map((name) => {
    const colour = tokens[name];
    if (colour === undefined) throw new Error(`no token --${name}`);
    return luminance(colour);
  });
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

const TONES = ['pass', 'warn', 'fail', 'unknown', 'idle', 'busy'];
const GROUNDS = ['paper', 'ground'];
const TEXTS = [
  ...TONES.flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['on-tone', tone],
    ['ink', `${tone}-soft`],
    ['ink-soft', `${tone}-soft`],
  ]),
  ...GROUNDS.flatMap((ground) => [...TONES, 'ink', 'ink-soft', 'placeholder'].map((text) => [text, ground])),
  ['on-brand', 'brand'],
  ['on-danger', 'danger'],
  ['placeholder', 'idle-soft'],
];
const SHAPES = [
  ...GROUNDS.flatMap((ground) => ['edge', 'accent', 'warn-mark'].map((shape) => [shape, ground])),
  ...['track', 'zone-quiet', 'zone-loud'].map((ground) => ['accent', ground]),
  ...TONES.map((tone) => [tone, 'track']),
];

describe.each(Object.entries({ light, dark, contrast }))('colours, %s', (name, tokens) => {
  const text = name === 'contrast' ? 7 : 4.5;
  it.each(TEXTS)('%s is read on %s', (ink, ground) => {
    expect(ratio(tokens, ink ?? '', ground ?? '')).toBeGreaterThanOrEqual(text);
  });
  it.each(SHAPES)('%s is seen on %s', (shape, ground) => {
    expect(ratio(tokens, shape ?? '', ground ?? '')).toBeGreaterThanOrEqual(3);
  });
});
