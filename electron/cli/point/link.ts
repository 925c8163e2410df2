import { judge } from '../../../shared/checks/registry.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import { checkText } from '../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { measureNode } from '../../checks/node-probes.ts';
import { linkAccess } from '../../point/link-access.ts';
import { type Command, cliLocale, parseCommand, printJson, printLine } from '../cli.ts';
import { existingFolder, POINT_OPTIONS, POINT_USAGE, withPoint } from './open.ts';

/** As `check` ends: others script against them. */
const EXIT_BY_VERDICT: Readonly<Record<Verdict, number>> = { pass: 0, warn: 1, fail: 2, unmeasured: 3, 'not-run': 3 };

export const link: Command = {
  usage: POINT_USAGE,
  summary: 'Measures the line to the province and judges it; exit code 0 pass, 1 warning, 2 fail, 3 could not measure.',
  async run(argv) {
    const { values } = parseCommand(argv, POINT_OPTIONS);
    const dataDir = existingFolder(values);
    return withPoint(dataDir, async (point) => {
      const cancel = new AbortController();
      const onSignal = () => cancel.abort();
      process.once('SIGINT', onSignal);
      const startedAt = performance.now();
      const policy = point.policy();
      const outcome = await measureNode('link', {
        ...linkAccess(point),
        dataDir,
        signal: cancel.signal,
        timeoutMs: policy.probeTimeoutMs,
        onProgress: () => undefined,
      });
      process.off('SIGINT', onSignal);
      const durationMs = Math.round(performance.now() - startedAt);
      const { verdict, reason, values: said } = judge('link', outcome, policy);
      const measurement = outcome.kind === 'measured' ? outcome.measurement : null;
      if (values.json) printJson({ id: 'link', verdict, reason, measurement, durationMs });
      else {
        const translator = createTranslator(cliLocale(process.env));
        const { says, remedy } = checkText(translator, 'link', reason, said);
        printLine(`${translator.t(`verdicts.check.${verdict}`)}: ${says} ${remedy}`.trim());
      }
      return EXIT_BY_VERDICT[verdict];
    });
  },
};
