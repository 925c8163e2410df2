import { measureDownload } from './download.ts';
import { type LineFindings, NOT_TRIED, overTcp } from './line-findings.ts';
import { measureTcpEchoes } from './measure-tcp-echoes.ts';
import { findStreamWay } from './stream-way.ts';
import type { LinkTarget } from './target.ts';
import { measureUpload } from './upload.ts';

/** All that can be told of a line that UDP does not get through. Null when the responder answers by no stream either. */
export async function measureOverTcp(
  reachable: LinkTarget,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<LineFindings | null> {
  const way = await findStreamWay(reachable, signal);
  if (!way) return null;
  const { target, transport } = way;
  const echoes = await measureTcpEchoes(target, signal, (fraction) => onProgress(0.4 * fraction));
  if (!echoes) return null;
  const download = await measureDownload(target, signal);
  onProgress(0.7);
  const upload = download.broke ? NOT_TRIED : await measureUpload(target, signal);
  return {
    transport,
    udp: null,
    ...echoes.timing,
    media: null,
    upload: overTcp(upload.throughput, transport),
    download: overTcp(download.throughput, transport),
    interruptedDuring: download.broke ? 'download' : upload.broke ? 'upload' : null,
    bytesUsed: echoes.bytes + download.bytes + upload.bytes,
  };
}
