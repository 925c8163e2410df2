import type { personData as vi } from '../vi/person-data.ts';

export const personData: typeof vi = {
  title: 'Personal data',
  hint: 'Only when this person asks for it. Deletes name, title, fields, PIN codes, letters and contact number. The signed record of meetings stays.',
  download: 'Download all data about this person',
  forget: 'Delete personal data',
  forgotten:
    'Personal data deleted. Letters: {{letters}}; PIN codes: {{pinCodes}}. Signed lines of the record that stay: {{staying}}.',
};
