import type { point as vi } from '../vi/point.ts';

export const point: typeof vi = {
  title: 'Điểm Cầu',
};
