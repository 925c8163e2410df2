import { measureLink } from '../../electron/checks/link/probe.ts';
import { linkGrant } from '../../shared/protocol/link-session.ts';

/** The near end of an emulated link: one run of the real probe, its outcome as the last line. */
const hubUrl = `http://${process.env.LINK_SERVER}:8080`;
const outcome = await measureLink({
  hubUrl,
  signal: new AbortController().signal,
  onProgress: () => {},
  async grant(signal) {
    const answer = (await (await fetch(hubUrl, { signal })).json()) as { value: unknown };
    return { ok: true, value: linkGrant.parse(answer.value) };
  },
});
console.log(JSON.stringify(outcome));
process.exit(0);
