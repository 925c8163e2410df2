import { useEffect, useState } from 'react';
import type { CodeFault, codeFault } from './code-fault.ts';

/** What is wrong with `code` as far as it is typed. What reads codes is read from disk once there is one. */
export function useCodeFault(code: string): CodeFault | null {
  const [reader, setReader] = useState<{ readonly faultOf: typeof codeFault } | null>(null);
  const isTyped = code !== '';
  useEffect(() => {
    if (isTyped) void import('./code-fault.ts').then((read) => setReader({ faultOf: read.codeFault }));
  }, [isTyped]);
  return reader?.faultOf(code) ?? null;
}
