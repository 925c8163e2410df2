import type { duty as vi } from '../vi/duty.ts';

export const duty: typeof vi = {
  title: 'Technician on duty',
  by: 'Due before {{warn}}, at the latest {{fail}}.',
  since: 'there since {{time}}',
  report: 'I am here on duty',
  change: 'Somebody else is on duty',
  about:
    'Records that a technician is at the point from now to the end of the meeting. The province calls this number.',
  fullName: 'The technician’s full name',
  phone: 'Telephone',
  confirm: 'Record presence',
  came: { pass: 'In time', warn: 'After the hour', fail: 'Too late' },
  due: { pass: 'Not due yet', warn: 'Due now', fail: 'Overdue' },
  none: 'Not reported',
};
