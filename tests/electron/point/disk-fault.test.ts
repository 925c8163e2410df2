import { describe, expect, it } from 'vitest';
import { diskFault } from '../../../electron/point/disk-fault.ts';

const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

describe('a file that could not be written', () => {
  it.each([
    ['the file system', full],
    ['a quota', Object.assign(new Error('write'), { code: 'EDQUOT' })],
    ['tar', new Error('Command failed: tar\ntar: diem-cau: Cannot write: No space left on device')],
  ])('is a full disk, as %s says it', (_who, error) => {
    expect(diskFault(error, 'update-failed')).toEqual({ code: 'disk-full', values: {} });
  });

  it('is what failed and why, whatever else it was', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(diskFault(denied, 'storage-failed')).toMatchObject({
      code: 'storage-failed',
      values: { detail: 'EACCES: permission denied' },
    });
    expect(diskFault('x'.repeat(999), 'update-failed').values.detail).toHaveLength(300);
  });
});
