import { describe, expect, it } from 'vitest';
import { linkFixtures } from '../../../shared/checks/link/fixtures.ts';
import { judgeLink } from '../../../shared/checks/link/rule.ts';
import { DEFAULT_POLICY } from '../../../shared/policy/default-policy.ts';
import { checkFigures } from '../../../shared/strings/check-figures.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

const figures = (reason: keyof typeof linkFixtures, locale: 'vi' | 'en' = 'vi') =>
  checkFigures(createTranslator(locale), 'link', judgeLink(linkFixtures[reason], DEFAULT_POLICY.checks.link).values);

describe('the figures beside a verdict', () => {
  it('are those of the line, whatever the verdict', () => {
    expect(figures('ok')).toBe(
      'Lên 20,3\u00a0Mbps, xuống 50,6\u00a0Mbps, trễ 12,4\u00a0ms, biến động 1,1\u00a0ms, mất gói 0\u00a0%, MOS 4,4.',
    );
    expect(figures('upload-processor', 'en')).toMatch(/^Up ≥\s3.1\sMbps, down 50.6\sMbps, /);
  });

  it('leave out what was not measured, and say nothing of what older versions filed', () => {
    expect(figures('upload-unmeasured')).toMatch(/^Xuống 50,6/);
    expect(figures('tcp-only')).not.toContain('MOS');
    expect(figures('hub-unreachable')).toBe('');
    expect(checkFigures(createTranslator('vi'), 'link', { uploadMbps: 1, neededMbps: 4 })).toBe('');
    expect(checkFigures(createTranslator('vi'), 'camera', { uploadMbps: 1, rttMs: 4 })).toBe('');
  });
});
