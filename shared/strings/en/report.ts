import type { report as vi } from '../vi/report.ts';

export const report: typeof vi = {
  hubName: 'Province hub',
  importing: {
    columns: 'the header lacks the column "{{name}}"',
    cells: 'the number of cells differs from the header',
    field: 'the column "{{name}}" is empty or not valid: "{{value}}"',
    duplicate: 'the same as line {{first}}',
    unknownPoint: 'there is no point with the code "{{value}}"',
    unknownPerson: 'the point’s roster has no “{{value}}”',
    severalPeople: 'several people are called “{{value}}”: write the person’s id',
    unreadable: 'the file is neither CSV (UTF-8) nor XLSX',
  },
};
