import { describe, expect, it } from 'vitest';
import { countsOf, shownRows, withRow } from '../../../renderer/province/rows.ts';
import { READINESS_STATES } from '../../../shared/meeting/readiness.ts';
import { rowOf } from '../support/fake-hub.ts';

const named = (name: string, code: string, state = READINESS_STATES[0]) => ({
  ...rowOf(0, state ?? 'no-data'),
  point: { code, name },
});

describe('the rows of the readiness table', () => {
  it('put what needs a call first', () => {
    const rows = [...READINESS_STATES].reverse().map((state, index) => rowOf(index, state));
    expect(shownRows(rows, '', null).map((row) => row.state)).toEqual([...READINESS_STATES]);
  });

  it('are otherwise in Vietnamese order, numbers by their size', () => {
    const rows = [
      named('Đak Đoa', '1'),
      named('Ia Krái', '2'),
      named('Dun', '3'),
      named('Xã 10', '4'),
      named('Xã 9', '5'),
    ];
    expect(shownRows(rows, '', null).map((row) => row.point.name)).toEqual([
      'Dun',
      'Đak Đoa',
      'Ia Krái',
      'Xã 9',
      'Xã 10',
    ]);
  });

  it('are found without accents, by code and by leader', () => {
    const rows = [named('Đak Đoa', '23601'), { ...rowOf(2, 'ready'), point: { code: '7', name: 'An Khê' } }];
    expect(shownRows(rows, 'dak', null)).toHaveLength(1);
    expect(shownRows(rows, '23601', null)).toHaveLength(1);
    expect(shownRows(rows, 'dai bieu mau', null).map((row) => row.point.name)).toEqual(['An Khê']);
  });

  it('are counted by state', () => {
    const rows = [rowOf(0, 'ready'), rowOf(1, 'ready'), rowOf(2, 'no-data')];
    expect(countsOf(rows)).toMatchObject({ ready: 2, 'no-data': 1, 'not-ready': 0 });
  });

  it('change in place, and a point not there before is added', () => {
    const rows = [rowOf(0, 'no-data'), rowOf(1, 'no-data')];
    expect(withRow(rows, rowOf(1, 'ready')).map((row) => row.state)).toEqual(['no-data', 'ready']);
    expect(withRow(rows, rowOf(2, 'ready'))).toHaveLength(3);
  });
});
