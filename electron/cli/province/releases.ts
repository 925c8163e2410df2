import { readFileSync } from 'node:fs';
import { STAGES } from '../../../shared/updates/stage.ts';
import { releaseKeyIn } from '../../crypto/release.ts';
import { offerRelease, stageRelease } from '../../province/updates/offer.ts';
import { offeredNow } from '../../province/updates/progress.ts';
import { CliError, type Command, EXIT, failed, messageOf, parseCommand, printJson, printLine } from '../cli.ts';
import { ACTOR, STORE_OPTIONS, STORE_USAGE, storeOf, withStore } from './store.ts';

export const offerUpdate: Command = {
  usage: `RELEASE.jws ${STORE_USAGE}`,
  summary: 'Offers a signed release, whose installers were added before, to the first points.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, STORE_OPTIONS, ['RELEASE.jws']);
    const jws = read(positionals[0] ?? '');
    const { dataDir } = storeOf(values);
    const key = await releaseKeyIn(import.meta.dirname);
    const offered = await withStore(values, (db) =>
      offerRelease({ db, dataDir, key }, jws, { actor: ACTOR, now: Date.now() }),
    );
    if (!offered.ok) throw failed(offered.error);
    if (values.json) printJson(offered.value);
    else printLine(`${offered.value.version} offered to the first points`);
    return EXIT.ok;
  },
};

export const stageUpdate: Command = {
  usage: `VERSION --stage ${STAGES.join('|')} ${STORE_USAGE}`,
  summary: 'Offers the release to all points, to the first ones only, or to nobody any more.',
  async run(argv) {
    const { values, positionals } = parseCommand(argv, { ...STORE_OPTIONS, stage: { type: 'string' } }, ['VERSION']);
    const stage = STAGES.find((one) => one === values.stage);
    if (stage === undefined) throw new CliError(`--stage is one of ${STAGES.join(', ')}`);
    const version = positionals[0] ?? '';
    const staged = await withStore(values, (db) => stageRelease(db, version, stage, { actor: ACTOR, now: Date.now() }));
    if (!staged.ok) throw failed(staged.error);
    if (values.json) printJson({ version, stage });
    else printLine(`${version} ${stage}`);
    return EXIT.ok;
  },
};

export const showUpdate: Command = {
  usage: STORE_USAGE,
  summary: 'Shows which release is offered, to whom, and how far each point has got.',
  async run(argv) {
    const { values } = parseCommand(argv, STORE_OPTIONS);
    const { dataDir } = storeOf(values);
    const offered = await withStore(values, (db) => offeredNow(db, dataDir), 'look');
    if (values.json) printJson(offered);
    else if (offered === null) printLine('no release was offered');
    else {
      printLine(`${offered.version} ${offered.stage}`);
      for (const { code, versions, isFirst, state } of offered.points) {
        printLine(`${code} ${versions.join(' ')}${isFirst ? ' first' : ''} ${state?.kind ?? ''}`.trimEnd());
      }
    }
    return EXIT.ok;
  },
};

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(`cannot read ${file}: ${messageOf(error)}`);
  }
}
