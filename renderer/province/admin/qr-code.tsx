import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** Modules of white around a code, as ISO/IEC 18004 asks. */
const QUIET = 4;

/** A text as a QR code, drawn as one path so that it prints sharp. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = useMemo(() => drawn(text), [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(text: string): { readonly path: string; readonly size: number } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      let run = 0;
      while (column + run < modules && code.isDark(row, column + run)) run += 1;
      if (run === 0) continue;
      runs.push(`M${column + QUIET} ${row + QUIET}h${run}v1h-${run}z`);
      column += run;
    }
  }
  return { path: runs.join(''), size: modules + 2 * QUIET };
}
