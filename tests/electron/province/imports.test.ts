import { describe, expect, it } from 'vitest';
import { readPoints } from '../../../electron/province/imports/points-csv.ts';
import { readRoster } from '../../../electron/province/imports/roster-csv.ts';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

describe('reading points', () => {
  it('takes commas or semicolons, a byte-order mark, Windows line ends, and makes names NFC', () => {
    const decomposed = 'Phường Quy Nhơn'.normalize('NFD');
    for (const text of [
      lines('code,name,kind', `21583,${decomposed},ward`),
      `\ufeffCode;Name;Kind\r\n21583; ${decomposed} ;ward\r\n\r\n`,
    ]) {
      expect(readPoints(text, 'vi')).toEqual({
        rows: [{ code: '21583', name: 'Phường Quy Nhơn', kind: 'ward' }],
        bad: [],
      });
    }
  });

  it('takes the kinds as a Vietnamese list says them', () => {
    const text = lines('Mã,Tên,Loại', '1,A,xã', '2,B,Phường', '3,C,Sở', '4,D,commune');
    expect(readPoints(text, 'vi').rows.map(({ kind }) => kind)).toEqual(['commune', 'ward', 'department', 'commune']);
  });

  it('names every wrong row by its line in the file', () => {
    const text = lines(
      'code,name,kind',
      '1,Xã A,commune',
      'mã sai,Xã B,commune',
      '',
      '2,,commune',
      '1,Xã C,commune',
      '3,Xã D',
      '4,Xã E,commune',
    );
    const { rows, bad } = readPoints(text, 'en');
    expect(rows.map(({ code }) => code)).toEqual(['1', '4']);
    expect(bad.map(({ line }) => line)).toEqual([3, 5, 6, 7]);
    expect(bad[2]?.detail).toBe('the same as line 2');
  });

  it('says which column the header lacks', () => {
    expect(readPoints('số,nơi\n1,A\n', 'vi').bad).toEqual([
      { line: 1, detail: 'thiếu cột “Mã điểm cầu” trong dòng tiêu đề' },
    ]);
    expect(readPoints('', 'vi').bad).toHaveLength(1);
  });
});

describe('a wrong cell', () => {
  it('is named by the title that the file gives its column; a row of nothing is none', () => {
    const text = lines('Mã điểm cầu,Tên điểm cầu,Loại', '1,Xã A,xã', ',,', '2,Xã B,huyện', ',Xã C,xã');
    expect(readPoints(text, 'vi')).toMatchObject({
      rows: [{ code: '1' }],
      bad: [
        { line: 4, detail: 'cột “Loại” để trống hoặc không hợp lệ: “huyện”' },
        { line: 5, detail: 'cột “Mã điểm cầu” để trống hoặc không hợp lệ: “”' },
      ],
    });
  });
});

describe('reading a roster', () => {
  const points = new Set(['21583']);

  it('keeps a full name whole, and gives a person the same id each time', () => {
    const text = lines('point,name,title', '21583,Rah Lan Chung,Chủ tịch UBND phường', '21583,Siu H’Nga,Phó Chủ tịch');
    const [first, again] = [readRoster(text, points, 'vi'), readRoster(text, points, 'vi')];
    expect(first).toEqual(again);
    expect(first.rows.map(({ fullName, title }) => [fullName, title])).toEqual([
      ['Rah Lan Chung', 'Chủ tịch UBND phường'],
      ['Siu H’Nga', 'Phó Chủ tịch'],
    ]);
    expect(new Set(first.rows.map(({ id }) => id)).size).toBe(2);
  });

  it('takes an id that the file gives, and refuses an unknown point and a person without a name', () => {
    const text = lines('point,name,title,id', '21583,A,B,chu-tich', '99999,A,B,', '21583,,B,x', '21583,C,D,chu-tich');
    const { rows, bad } = readRoster(text, points, 'vi');
    expect(rows).toEqual([{ point: '21583', id: 'chu-tich', fullName: 'A', title: 'B' }]);
    expect(bad.map(({ line, detail }) => [line, detail])).toEqual([
      [3, 'không có điểm cầu mã “99999”'],
      [4, 'cột “name” để trống hoặc không hợp lệ: “”'],
      [5, 'trùng với dòng 2'],
    ]);
  });

  it('takes the fields in charge, and leaves them open where the file does not say', () => {
    const text = lines('point,name,title,Lĩnh vực phụ trách', '21583,A,B,Văn hóa; Y tế |', '21583,C,D,');
    expect(readRoster(text, points, 'vi').rows.map(({ fields }) => fields)).toEqual([['Văn hóa', 'Y tế'], undefined]);
    const long = readRoster(lines('point,name,title,fields', `21583,A,B,${'x'.repeat(121)}`), points, 'vi');
    expect(long.bad).toMatchObject([{ line: 2 }]);
  });
});
