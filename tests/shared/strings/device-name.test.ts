import { expect, it } from 'vitest';
import { checkText } from '../../../shared/strings/check-text.ts';
import { deviceName } from '../../../shared/strings/device-name.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';

const [vi, en] = [createTranslator('vi'), createTranslator('en')];

it.each([
  ['Default', 'mặc định của máy', 'system default'],
  ['Default - Micro (USB Audio)', 'Micro (USB Audio)', 'Micro (USB Audio)'],
  ['Communications - Loa', 'Loa', 'Loa'],
  ['Jabra Default 400', 'Jabra Default 400', 'Jabra Default 400'],
  ['', '', ''],
])('names the device “%s” by its own name', (label, inVietnamese, inEnglish) => {
  expect(deviceName(vi, label)).toBe(inVietnamese);
  expect(deviceName(en, label).toLowerCase()).toBe(inEnglish.toLowerCase());
});

it('says so in what is said of a check', () => {
  expect(checkText(vi, 'microphone', 'stopped', { label: 'Default' }).says).toBe(
    'Micro bị ngắt giữa chừng: mặc định của máy.',
  );
});
