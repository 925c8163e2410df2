import type { report as vi } from '../vi/report.ts';

export const report: typeof vi = {
  title: 'Điểm Cầu',
};
