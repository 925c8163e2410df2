import { createTheme, type MantineColorsTuple } from '@mantine/core';

const navy: MantineColorsTuple = [
  '#eef4fb',
  '#dbe7f5',
  '#b4cdea',
  '#8ab1df',
  '#6799d5',
  '#4f89cf',
  '#2f6db8',
  '#1f5596',
  '#194679',
  '#11355e',
];

/** Large, calm and high in contrast: read at a glance, with glasses, in a hurry. */
export const theme = createTheme({
  primaryColor: 'navy',
  primaryShade: 7,
  colors: { navy },
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif", fontWeight: '600' },
  fontSizes: { xs: '13px', sm: '14px', md: '16px', lg: '18px', xl: '21px' },
  defaultRadius: 'md',
  radius: { md: '10px', lg: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});
