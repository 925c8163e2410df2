import type { errors as vi } from '../vi/errors.ts';
import { databaseErrors } from './errors-database.ts';
import { setupErrors } from './errors-setup.ts';
import { updateErrors } from './errors-updates.ts';

export const errors: typeof vi = {
  ...databaseErrors,
  ...setupErrors,
  ...updateErrors,
  'input-invalid': { says: 'The data sent is not valid: {{field}}.', do: 'Correct the field named and try again.' },
  'auth-required': { says: 'Not signed in.', do: 'Sign in and try again.' },
  'auth-wrong': {
    says: 'The user name or password is wrong.',
    do: 'Check the keyboard input method and Caps Lock, then try again.',
  },
  'auth-locked': {
    says: 'The account is locked for a while after too many wrong tries.',
    do: 'Wait {{seconds}} seconds and try again, or ask an administrator to unlock it.',
  },
  'auth-forbidden': { says: 'This account may not do that.', do: 'Ask the administrator of the province.' },
  'auth-clock': {
    says: 'The clock of this machine differs from the province’s.',
    do: 'Set the date and time of this machine and try again.',
  },
  'rate-limited': { says: 'Too many requests.', do: 'Wait a minute and try again.' },
  'not-found': { says: 'Not found.', do: 'Check the code or the address.' },
  'enrolment-bad-code': {
    says: 'The enrolment code is wrong.',
    do: 'Enter the code exactly as on the province’s sheet.',
  },
  'enrolment-used': { says: 'This enrolment code has been used.', do: 'Ask the province for a new one.' },
  'enrolment-expired': { says: 'The enrolment code has expired.', do: 'Ask the province for a new one.' },
  'enrolment-already': {
    says: 'This machine is enrolled for {{point}} already.',
    do: 'Nothing to do; to change the meeting point, call the province.',
  },
  'enrolment-missing': { says: 'This machine is not enrolled.', do: 'Enter the enrolment code the province gave you.' },
  'device-revoked': { says: 'The province has revoked this machine.', do: 'Call the province’s hotline.' },
  'journal-bad-signature': {
    says: 'Entry {{seq}} has an invalid signature.',
    do: 'Leave the machine as it is and tell the province at once.',
  },
  'journal-bad-chain': {
    says: 'Entry {{seq}} does not follow from the one before it.',
    do: 'Leave the machine as it is and tell the province at once.',
  },
  'journal-gap': { says: 'Entries before {{seq}} are missing.', do: 'The software sends again from the missing one.' },
  'journal-corrupt': {
    says: 'The journal on this machine cannot be read.',
    do: 'Leave the data folder as it is and call the hotline.',
  },
  'journal-rolled-back': {
    says: 'The data on this machine is older than the province’s record: it has received up to entry {{have}}, this machine holds up to {{seq}}.',
    do: 'The data folder is an old copy. Tests and records go on. Call the province: its support fetches the rest with “recover”.',
  },
  'checkpoint-forged': {
    says: 'The checkpoint at {{size}} entries is not signed by the province.',
    do: 'Leave the data as it is and tell the auditor or the province’s hotline.',
  },
  'checkpoint-rewritten': {
    says: 'The province’s record no longer continues the checkpoint signed at {{size}} entries: something was changed, taken out or put in.',
    do: 'Leave the machine as it is and tell the province; if it has just restored a backup, have it confirm that.',
  },
  'checkpoint-lacks-entry': {
    says: 'The province gave a receipt for entry {{seq}}, but its signed checkpoint does not hold that entry.',
    do: 'Leave the machine as it is and tell the province at once; the receipt on this machine is the evidence.',
  },
  'leaf-changed': {
    says: 'Item {{position}} of the province’s record was changed or removed after a checkpoint was signed over it.',
    do: 'Leave the database as it is, compare it with a backup and tell whoever answers for information security.',
  },
  'outside-tree': {
    says: 'Item {{id}} was put into the database outside the signed order.',
    do: 'Leave the database as it is and tell whoever answers for information security.',
  },
  'receipt-invalid': {
    says: 'The receipt is not the province’s, or not for this entry.',
    do: 'Ask for the proof file again from the machine that sent the entry.',
  },
  'proof-unreadable': {
    says: 'This file is not a proof made by Điểm Cầu.',
    do: 'Choose a file made by “prove”, copied whole.',
  },
  'storage-failed': {
    says: 'Could not write to disk: {{detail}}.',
    do: 'Free disk space, check write permission and try again.',
  },
  'disk-full': {
    says: 'The disk of this machine is full: nothing was written.',
    do: 'Delete files you do not need, empty the bin and try again. What was saved before is still there.',
  },
  'settings-corrupt': {
    says: 'The file {{file}} could not be read and was set aside as {{copy}}. The journal is untouched.',
    do: 'Go on working; if enrolment or settings are missing, enter them again and tell the hotline.',
  },
  'key-protected': {
    says: 'The key of this machine is kept by the desktop app and cannot be used from this command.',
    do: 'Open the app’s window and do it there ({{action}}).',
  },
  'key-unreadable': {
    says: 'The key of this machine cannot be read.',
    do: 'Leave the data folder as it is and ask the province for a new enrolment code.',
  },
  'hub-unreachable': {
    says: 'The province’s server cannot be reached ({{host}}).',
    do: 'Check the TSLCD network cable; if the network is fine, call the hotline.',
  },
  'hub-timeout': { says: 'The province’s server did not answer in time.', do: 'Wait a minute and try again.' },
  'hub-not-a-hub': {
    says: 'The address {{host}} answers but is not a Điểm Cầu server.',
    do: 'The network may want a log-in: open a browser and log in, or check the address.',
  },
  'hub-wrong-certificate': {
    says: 'The server’s certificate does not match the enrolment code.',
    do: 'Do not go on; tell the province’s hotline.',
  },
  'hub-busy': { says: 'The province’s server is busy.', do: 'The software tries again by itself.' },
  'pin-wrong': { says: 'The PIN is wrong.', do: 'Try again; if it is forgotten, ask the province to reset it.' },
  'pin-locked': { says: 'Too many wrong tries.', do: 'Wait {{seconds}} seconds and try again.' },
  'pin-missing': { says: 'This person has no PIN on this machine yet.', do: 'Set a PIN before signing in.' },
  'pin-weak': { says: 'A PIN has at least {{digits}} digits.', do: 'Choose a longer PIN.' },
  'pin-already-set': {
    says: 'This person already has a PIN on this machine.',
    do: 'Sign in with it; if it is forgotten, ask the province to reset it.',
  },
  'pin-code-needed': {
    says: 'Setting this PIN takes the province’s one-time code to set a PIN.',
    do: 'Call the hotline for a code of 8 digits, and enter it with the new PIN.',
  },
  'pin-code-wrong': {
    says: 'This is not the province’s code.',
    do: 'Read the two groups of 4 digits over with the province; an old or expired code needs a new one.',
  },
  'pin-code-unknown': {
    says: 'This machine has no code for this person that still works.',
    do: 'Check the connection to the province, press “Sync now” and try again; else ask the province for a code.',
  },
  'pin-code-expired': {
    says: 'The province’s code has expired.',
    do: 'Ask the province for a new one; check the date and time of this machine.',
  },
  'pin-code-used': {
    says: 'The province’s code was used already.',
    do: 'A code works once; ask the province for a new one.',
  },
  'roster-unknown-person': {
    says: 'This person is not in the list of leaders.',
    do: 'Sync again, or ask the province to add the person.',
  },
  'person-known': {
    says: 'The list already has a person of this name and title.',
    do: 'Change that person, or give different titles to tell the two apart.',
  },
  'person-designated': {
    says: 'This person is designated for the meeting “{{title}}”.',
    do: 'Designate someone else for that meeting first, then remove this person.',
  },
  'proposal-decided': {
    says: 'Somebody has decided on this proposal already.',
    do: 'Load the list again to see the outcome.',
  },
  'meeting-unknown': {
    says: 'There is no such meeting.',
    do: 'Open the list of meetings and choose again; at a point, sync first.',
  },
  'meeting-cancelled': {
    says: 'The meeting was cancelled.',
    do: 'Read the reason in the schedule; if it takes place after all, schedule a new one.',
  },
  'call-taken': {
    says: '{{who}} has been calling this point since {{time}}.',
    do: 'Choose another point, or ask {{who}} before calling.',
  },
  'ask-over': { says: 'This request has been answered or has expired.', do: 'Send a new one if it is still needed.' },
  'ask-many': {
    says: 'This point still has many requests to answer.',
    do: 'Wait for its answers, or call the technician.',
  },
  'meeting-not-begun': {
    says: 'The meeting has not reached its starting time.',
    do: 'Close it once the meeting is over. Where it was held earlier than invited, write down why and close it.',
  },
  'meeting-changed': {
    says: 'Somebody else has just changed this meeting.',
    do: 'Open it again to see how it is now, then change it.',
  },
  'substitute-incomplete': {
    says: 'A substitute needs the basis, document number, signer and reason.',
    do: 'Fill in all of them.',
  },
  'sound-no-output': {
    says: 'This computer has no sound output to play on.',
    do: 'Connect a speaker, headphones or the TV’s HDMI cable, then play again.',
  },
  'sound-output-missing': {
    says: 'The chosen speaker could not be opened: {{label}}.',
    do: 'Plug that speaker in again, or choose another one on the Speaker card, then play again.',
  },
  'sound-not-playing': {
    says: 'This computer’s audio engine did not play.',
    do: 'Close other audio apps and play again; if that does not help, restart the computer.',
  },
  'seat-out-of-turn': {
    says: 'This does not fit what is on record about the seat.',
    do: 'Look at the present state; if something was recorded by mistake, use “Correct”.',
  },
  'incident-unknown': {
    says: 'There is no such incident, or it is resolved already.',
    do: 'Open the list of incidents again; if the trouble lasts, report a new one.',
  },
  'entry-unknown': {
    says: 'The entry to correct is not in this machine’s journal.',
    do: 'Choose it from the course of the meeting; what another machine recorded, the province corrects.',
  },
  'attachment-type': {
    says: 'This file is neither a JPEG or PNG picture nor a PDF.',
    do: 'Photograph or scan the document and choose that file, or go on without an attachment.',
  },
  'attachment-size': {
    says: 'The attachment is larger than {{limit, number}} MB.',
    do: 'Take a smaller picture or scan in black and white, or go on without an attachment.',
  },
  cancelled: { says: 'Cancelled.', do: 'Do it again when ready.' },
  'cursor-unknown': {
    says: 'The “since” cursor is not one of this list.',
    do: 'Read everything again without “since”, and go on from the new cursor.',
  },
  'cursor-expired': {
    says: 'The “since” cursor is no longer good.',
    do: 'Read everything again without “since”, and go on from the new cursor.',
  },
  'webhook-address': {
    says: 'Nothing can be sent to this address.',
    do: 'Give an address that begins with https:// and holds no user name; http:// is for this machine alone.',
  },
  'point-known': {
    says: 'There is a point with the code {{code}} already.',
    do: 'Take another code, or change that point.',
  },
  'point-retired': { says: 'The point {{name}} is retired.', do: 'Put the point back into service, then try again.' },
  'point-invited': {
    says: 'The point is still invited to “{{title}}”.',
    do: 'Take it off the invitations of meetings to come, then try again.',
  },
  'policy-changed': {
    says: 'Somebody else has just saved a new version of the limits.',
    do: 'Load the page again, look at the new version and make your change anew.',
  },
  'policy-contradiction': {
    says: 'The limit “{{field}}” contradicts the one beside it.',
    do: 'Failing must be worse than warning; mend it and save.',
  },
  'auth-disabled': { says: 'This account is disabled.', do: 'Ask the administrator of the province.' },
  'account-known': { says: 'There is an account of this name already.', do: 'Choose another user name.' },
  'account-unknown': { says: 'There is no such account.', do: 'Load the list of accounts again.' },
  'account-last-admin': { says: 'This is the last administrator.', do: 'Make another one administrator first.' },
  'password-weak': { says: 'The password is too short.', do: 'Take one of {{least}} characters or more.' },
  'backup-corrupt': {
    says: 'The back-up file is damaged or was changed: {{detail}}.',
    do: 'Take another back-up; nothing was written.',
  },
  'backup-newer': {
    says: 'The back-up is of a newer version of this software.',
    do: 'Update the province’s software, then restore.',
  },
  'province-not-empty': {
    says: 'There is a province’s data already where this would be restored.',
    do: 'Restore into an empty folder or database; nothing was overwritten.',
  },
  'import-bad-row': { says: 'Line {{line}}: {{detail}}.', do: 'Correct that line of the file and import again.' },
  'province-moved': {
    says: 'The province was moved to {{to}}.',
    do: 'Run the server and the commands with --database naming it.',
  },
  'move-hub-running': {
    says: 'The server still runs on this database.',
    do: 'Stop it and run this again; if it was killed, wait half a minute.',
  },
  'move-target-used': {
    says: 'The target database holds data already (table {{table}}); nothing was moved.',
    do: 'Make an empty database and run this again.',
  },
  'move-differs': {
    says: 'Table {{table}} read back from the target is not the same as the source; nothing was moved.',
    do: 'Run this again; if it stays so, keep the old data and tell the support line.',
  },
  'window-untrusted': { says: 'The request did not come from the software’s own window.', do: 'Restart the software.' },
  internal: {
    says: 'The software met an unexpected error.',
    do: 'Restart the software; if it happens again, tell the hotline.',
  },
};
