import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isAllowed, shippedPackages, writeBill } from '../../scripts/packaging/bill.mjs';

describe('what is shipped', () => {
  it('has a licence that lets it be shipped, every package of it', () => {
    const shipped = shippedPackages();
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
    expect(['MIT', '(MIT OR GPL-3.0)', 'MIT AND OFL-1.1'].map(isAllowed)).toEqual([true, true, true]);
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'none', 'SEE LICENSE IN x'].map(isAllowed)).toEqual(Array(4).fill(false));
  });

  it('is listed in a CycloneDX bill of materials and in a file of notices', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dc-bill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await writeBill(folder);
    const bill = JSON.parse(readFileSync(join(folder, 'diem-cau.cdx.json'), 'utf8'));
    expect([bill.bomFormat, bill.specVersion, bill.metadata.component.name]).toEqual(['CycloneDX', '1.5', 'diem-cau']);
    const listed = new Set(bill.components.map(({ name }: { name: string }) => name));
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(Object.keys(dependencies).filter((name) => !listed.has(name))).toEqual([]);
    expect(bill.components[0]).toMatchObject({ purl: expect.stringMatching(/^pkg:npm\/[^@]+@\d/), type: 'library' });
    expect(bill.components[0].hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
    const notices = readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8');
    expect(notices).toContain('Permission is hereby granted');
  });
});
