import { type Commands, runCli } from './cli.ts';
import { addAccount } from './province/accounts-add.ts';
import { disableAccount, enableAccount, listAllAccounts, setPassword } from './province/accounts-change.ts';
import { backup } from './province/backup.ts';
import { enrol } from './province/enrol.ts';
import { importPoints } from './province/import-points.ts';
import { importRoster } from './province/import-roster.ts';
import { addMeeting } from './province/meetings-add.ts';
import { cancelMeeting, changeMeeting } from './province/meetings-change.ts';
import { inviteToMeeting } from './province/meetings-invite.ts';
import { listMeetings } from './province/meetings-list.ts';
import { showMeeting } from './province/meetings-show.ts';
import { migrateProvince } from './province/migrate.ts';
import { minutes } from './province/minutes.ts';
import { pinCode } from './province/pin-code.ts';
import { pinCodes } from './province/pin-codes.ts';
import { report } from './province/report.ts';
import { restore } from './province/restore.ts';
import { serve } from './province/serve.ts';
import { addToken } from './province/tokens-add.ts';
import { listApiTokens } from './province/tokens-list.ts';
import { revokeApiToken } from './province/tokens-revoke.ts';
import { addUpdateFile, listUpdateFiles } from './province/updates.ts';
import { verify } from './province/verify.ts';
import {
  addHook,
  listHookDeliveries,
  listHooks,
  removeHook,
  replaceHookSecret,
  replayHook,
  startHook,
  stopHook,
  testHook,
} from './province/webhooks.ts';

const COMMANDS: Commands = {
  serve,
  enrol,
  'import-points': importPoints,
  'import-roster': importRoster,
  'meetings add': addMeeting,
  'meetings change': changeMeeting,
  'meetings cancel': cancelMeeting,
  'meetings invite': inviteToMeeting,
  'meetings list': listMeetings,
  'meetings show': showMeeting,
  'pin-code': pinCode,
  'pin-codes': pinCodes,
  report,
  minutes,
  'accounts add': addAccount,
  'accounts list': listAllAccounts,
  'accounts password': setPassword,
  'accounts disable': disableAccount,
  'accounts enable': enableAccount,
  'tokens add': addToken,
  'tokens list': listApiTokens,
  'tokens revoke': revokeApiToken,
  'webhooks add': addHook,
  'webhooks list': listHooks,
  'webhooks deliveries': listHookDeliveries,
  'webhooks test': testHook,
  'webhooks replay': replayHook,
  'webhooks secret': replaceHookSecret,
  'webhooks stop': stopHook,
  'webhooks start': startHook,
  'webhooks remove': removeHook,
  verify,
  backup,
  restore,
  'updates add': addUpdateFile,
  'updates list': listUpdateFiles,
  migrate: migrateProvince,
};

process.exitCode = await runCli('province', COMMANDS, process.argv.slice(2));
