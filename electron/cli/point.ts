import { CliError, type Commands, EXIT, runCli } from './cli.ts';
import { enrol } from './point/enrol.ts';
import { explain } from './point/explain.ts';
import { incident } from './point/incident.ts';
import { link } from './point/link.ts';
import { minutes } from './point/minutes.ts';
import { prove } from './point/prove.ts';
import { recover } from './point/recover.ts';
import { seat } from './point/seat.ts';
import { status } from './point/status.ts';
import { sync } from './point/sync.ts';
import { verify } from './point/verify.ts';

const COMMANDS: Commands = {
  enrol,
  link,
  seat,
  incident,
  explain,
  minutes,
  sync,
  status,
  verify,
  prove,
  recover,
  check: {
    usage: '--data DIR [--only ID,…] [--json]',
    summary: 'Runs the whole check on real devices: the desktop app does it, by itself and without a person.',
    run: async () => {
      throw new CliError(
        'the check needs the desktop app: `npm run point -- check …` or the app with `check`',
        EXIT.usage,
      );
    },
  },
};

process.exitCode = await runCli('point', COMMANDS, process.argv.slice(2));
