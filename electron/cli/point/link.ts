import type { ProbeOutcome } from '../../../shared/checks/probe-outcome.ts';
import { judge } from '../../../shared/checks/registry.ts';
import type { Verdict } from '../../../shared/checks/verdict.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { checkText, furtherTexts } from '../../../shared/strings/check-text.ts';
import { createTranslator } from '../../../shared/strings/translator.ts';
import { measureNode } from '../../checks/node-probes.ts';
import { linkAccess } from '../../point/link-access.ts';
import type { PointService } from '../../point/point-service.ts';
import { policyNow } from '../../point/policy-now.ts';
import { type Command, cliLocale, parseCommand, printJson, printLine } from '../cli.ts';
import { linkProgress } from './link-progress.ts';
import { hubAt } from './link-province.ts';
import { existingFolder, POINT_OPTIONS, POINT_USAGE, withPoint } from './open.ts';

/** As `check` ends: others script against them. */
const EXIT_BY_VERDICT: Readonly<Record<Verdict, number>> = { pass: 0, warn: 1, fail: 2, unmeasured: 3, 'not-run': 3 };

export const link: Command = {
  usage: `${POINT_USAGE} [--province URL]`,
  summary:
    'Measures the line to the province and judges it; exit code 0 pass, 1 warning, 2 fail, 3 could not measure. Progress goes to stderr. --province: another address of the hub this machine is enrolled with.',
  async run(argv) {
    const { values } = parseCommand(argv, { ...POINT_OPTIONS, province: { type: 'string' } });
    const dataDir = existingFolder(values);
    const hubUrl = hubAt(values.province);
    const work = async (point: PointService) => {
      if (hubUrl !== undefined) await hubUrl.mustBeOwn(point.hub());
      return measureAndTell(point, dataDir, values.json);
    };
    return withPoint(dataDir, work, { hubUrl: hubUrl?.url });
  },
};

async function measureAndTell(point: PointService, dataDir: string, json: boolean): Promise<number> {
  const startedAt = performance.now();
  const policy = policyNow(point, Date.now());
  const outcome = await measured(point, dataDir, policy);
  const durationMs = Math.round(performance.now() - startedAt);
  const { verdict, reason, values, findings } = judge('link', outcome, policy);
  if (json) {
    const measurement = outcome.kind === 'measured' ? outcome.measurement : null;
    printJson({ id: 'link', verdict, reason, policy: policy.version, values, findings, measurement, durationMs });
  } else {
    const translator = createTranslator(cliLocale(process.env));
    const { says, remedy } = checkText(translator, 'link', reason, values);
    printLine(`${translator.t(`verdicts.check.${verdict}`)}: ${says} ${remedy}`.trim());
    for (const also of furtherTexts(translator, 'link', { findings: [...findings] }).also) printLine(`  ${also}`);
  }
  return EXIT_BY_VERDICT[verdict];
}

/** Ctrl+C once cancels: the place in the queue and the session are given back. */
async function measured(point: PointService, dataDir: string, policy: Policy): Promise<ProbeOutcome> {
  const cancel = new AbortController();
  const onSignal = () => cancel.abort();
  const progress = linkProgress(process.stderr, createTranslator(cliLocale(process.env)));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    return await measureNode('link', {
      ...linkAccess(point),
      mediaMbps: policy.checks.link.mediaMbps,
      dataDir,
      signal: cancel.signal,
      timeoutMs: policy.probeTimeoutMs,
      ...progress,
    });
  } finally {
    progress.end();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
