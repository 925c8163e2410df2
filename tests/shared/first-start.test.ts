import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FirstStart, firstStartFields, firstStartOf } from '../../shared/first-start.ts';

const known: fc.Arbitrary<FirstStart> = fc.record({
  locale: fc.constantFrom('vi', 'en'),
  hubAddress: fc.option(fc.webUrl({ validSchemes: ['https'] })),
  roleIsChosen: fc.boolean(),
});

it('reads from an address what was told with it', () => {
  fc.assert(
    fc.property(known, (told) => {
      const { search } = new URL(`app://point/point.html?${new URLSearchParams(firstStartFields(told))}`);
      expect(firstStartOf(new URLSearchParams(search))).toEqual(told);
    }),
  );
});

it.each(['', '?', '?first-start=', '?first-start=fr', '?appearance=dark', '?hub=https://hop.tinh.vn&role=chosen'])(
  'takes %j for no first start',
  (search) => {
    expect(firstStartOf(new URLSearchParams(search))).toBeNull();
  },
);
