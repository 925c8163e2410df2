import type { report as vi } from '../vi/report.ts';

export const report: typeof vi = {
  title: 'Readiness report',
  hubName: 'Province hub',
  columns: {
    code: 'Code',
    point: 'Meeting point',
    state: 'State',
    manual: 'Checklist (required items)',
    leader: 'Attending leader',
    title: 'Title',
    composition: 'Composition',
    signedInAt: 'Signed in at',
    lastRunAt: 'Last check',
    lastContactAt: 'Last contact',
    policyVersion: 'Policy version',
  },
  manual: '{{answered}} of {{required}} answered',
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
