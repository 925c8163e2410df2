import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PolicyChange, policyChanges } from '../../../shared/policy/changes.ts';
import { type PolicyVersion, policyAt } from '../../../shared/protocol/policies.ts';
import { actorText } from '../../../shared/strings/audit-text.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { pathText, valueText, versionText } from '../../../shared/strings/policy-text.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import { useSend } from '../admin/use-hub.ts';
import { GET } from '../hub-call.ts';
import table from '../table.module.css';

interface Shown {
  readonly version: string;
  readonly changes: readonly PolicyChange[];
}

/** How the limits came to be: who, when, why, and what each version changed. */
export function Versions({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const words = useWords();
  const { t } = words;
  const { error, send } = useSend();
  const [shown, setShown] = useState<Shown | null>(null);
  async function see(version: string, before: string): Promise<void> {
    const read = (name: string) => send(`/api/console/policies/${encodeURIComponent(name)}`, GET, policyAt);
    const [then, now] = [await read(before), await read(version)];
    if (then.ok && now.ok) setShown({ version, changes: policyChanges(then.value.policy, now.value.policy) });
  }
  return (
    <section className={box.panel}>
      <h2>{t('policy.history')}</h2>
      {error && <ErrorAdvice error={error} />}
      <div className={admin.scroll}>
        <table className={table.table}>
          <tbody>
            {versions.map(({ version, at, actor, reason }, index) => {
              const before = versions[index + 1];
              return (
                <tr key={version}>
                  <th scope="row">{versionText(words, version)}</th>
                  <td>{formatDateTime(at)}</td>
                  <td>{actor === null ? t('policy.founded') : actorText(words, actor)}</td>
                  <td className={admin.detail}>{reason}</td>
                  <td>
                    {before && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t('policy.seeOf', { version: versionText(words, version) })}
                        onClick={() => void see(version, before.version)}
                      >
                        {t('policy.see')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {shown && (
        <div role="status">
          <strong>{t('policy.differsFrom', { version: shown.version })}</strong>
          {shown.changes.length === 0 && <p>{t('policy.same')}</p>}
          <ul>
            {shown.changes.map(({ path, before, after }) => (
              <li key={path}>
                {pathText(words, path)}: {valueText(words, before)} → <strong>{valueText(words, after)}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
