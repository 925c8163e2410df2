import { CliError, type Commands, EXIT, runCli } from './cli.ts';

const COMMANDS: Commands = {
  enrol: async () => (await import('./point/enrol.ts')).enrol,
  link: async () => (await import('./point/link.ts')).link,
  seat: async () => (await import('./point/seat.ts')).seat,
  incident: async () => (await import('./point/incident.ts')).incident,
  explain: async () => (await import('./point/explain.ts')).explain,
  minutes: async () => (await import('./point/minutes.ts')).minutes,
  sync: async () => (await import('./point/sync.ts')).sync,
  status: async () => (await import('./point/status.ts')).status,
  verify: async () => (await import('./point/verify.ts')).verify,
  prove: async () => (await import('./point/prove.ts')).prove,
  recover: async () => (await import('./point/recover.ts')).recover,
  check: async () => ({
    usage: '--data DIR [--only ID,…] [--json]',
    summary: 'Runs the whole check on real devices: the desktop app does it, by itself and without a person.',
    run: async () => {
      throw new CliError(
        'the check needs the desktop app: `npm run point -- check …` or the app with `check`',
        EXIT.usage,
      );
    },
  }),
};

process.exitCode = await runCli('point', COMMANDS, process.argv.slice(2));
