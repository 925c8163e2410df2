import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruling } from '../../../shared/events/rulings.ts';
import { ASK_ANSWERS } from '../../../shared/protocol/point-help.ts';
import { actionText, actorText, detailText, soughtText, subjectText } from '../../../shared/strings/audit-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { audit } from '../../../shared/strings/vi/audit.ts';

const vi = createTranslator('vi');
const en = createTranslator('en');
const ELECTRON = fileURLToPath(new URL('../../../electron', import.meta.url));

/** The actions that files write down by name; those put together from parts are listed beside. */
function writtenActions(): string[] {
  const files = readdirSync(ELECTRON, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files
    .map((name) => readFileSync(join(ELECTRON, name), 'utf8'))
    .filter((text) => text.includes('addAudit('))
    .flatMap((text) => [...text.matchAll(/action: '([a-z-]+)'|'(webhook-[a-z-]+)'/g)])
    .map(([, named, noted]) => named ?? noted ?? '');
}

const JOINED = [
  ...ruling.options.map(({ shape }) => `ruled-${shape.type.value}`),
  ...ASK_ANSWERS.map((answer) => `ask-${answer}`),
  ...['claimed', 'released', 'called', 'asked-recheck', 'asked-note'].map((what) => `point-${what}`),
  ...['readiness', 'attendance', 'entries'].map((what) => `${what}-pulled`),
];

describe('the audit log in words', () => {
  it('has words for every action that is written down', () => {
    const written = writtenActions();
    expect(written).toContain('minutes-read');
    for (const words of [vi, en])
      for (const action of [...written, ...JOINED]) expect(actionText(words, action)).not.toBe(action);
    expect(actionText(vi, 'ruled-excused')).toBe('Ghi vào hồ sơ: Vắng có phép');
    expect(actionText(vi, 'of-tomorrow')).toBe('of-tomorrow');
  });

  it.each([
    ['account:vanphong', 'vanphong', 'Tài khoản vanphong'],
    ['cli', 'Dòng lệnh trên máy chủ', 'Dòng lệnh trên máy chủ'],
    ['token:Bảng tin', 'Token Bảng tin', 'Token Bảng tin'],
    ['meeting:giao-ban point:21553', 'Cuộc họp giao-ban, Điểm cầu 21553', 'Cuộc họp giao-ban, Điểm cầu 21553'],
    ['person:21553/p1', 'Lãnh đạo 21553/p1', 'Lãnh đạo 21553/p1'],
    ['tomorrow:x', 'tomorrow:x', 'tomorrow:x'],
    ['of-tomorrow', 'of-tomorrow', 'of-tomorrow'],
  ])('says who %s is, and what', (raw, who, what) => {
    expect([actorText(vi, raw), subjectText(vi, raw)]).toEqual([who, what]);
  });

  it('finds again what it showed, and looks for anything else as it was typed', () => {
    const ids = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(audit.kinds)), ids, (kind, id) => {
        const raw = `${kind}:${id}`;
        for (const words of [vi, en]) expect(soughtText(words, subjectText(words, raw))).toBe(raw);
      }),
    );
    for (const name of Object.keys(audit.names))
      for (const words of [vi, en]) expect(soughtText(words, subjectText(words, name))).toBe(name);
    expect(soughtText(vi, '21553')).toBe('21553');
    expect(soughtText(vi, 'máy')).toBe('máy');
  });

  it('says particulars in words, those of another version as they are', () => {
    expect(detailText(vi, { invited: 2, meetings: 1 })).toBe('số điểm cầu được mời: 2; số cuộc họp: 1');
    expect(detailText(en, { outcome: 'fixing', check: 'link', later: 'x' })).toBe(
      'outcome: Reached, being fixed; check: Line; later: x',
    );
    expect(detailText(vi, { kind: 'discipline', format: 'pdf' })).toBe('loại: Kỷ luật, kỷ cương; dạng tệp: pdf');
    const at = Date.UTC(2026, 0, 31, 1);
    expect(detailText(vi, { expiresAt: at, from: new Date(at).toISOString(), role: 'office' })).toBe(
      'hết hạn: 31/01/2026 08:00; từ lúc: 31/01/2026 08:00; vai trò: Văn phòng',
    );
  });
});
