import type { province as vi } from '../vi/province.ts';

export const province: typeof vi = {
  title: 'Điểm Cầu',
};
