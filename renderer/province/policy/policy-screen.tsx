import { useState } from 'react';
import type { Policy } from '../../../shared/policy/policy.ts';
import { policyHistory } from '../../../shared/protocol/policies.ts';
import { may } from '../../../shared/protocol/rights.ts';
import { versionText } from '../../../shared/strings/policy-text.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import { useHub } from '../admin/use-hub.ts';
import shared from '../console.module.css';
import { useConsole } from '../context.tsx';
import { ChecklistEditor } from './checklist-editor.tsx';
import { LimitsEditor } from './limits-editor.tsx';
import { SavePanel } from './save-panel.tsx';
import { Versions } from './versions.tsx';

const URL = '/api/console/policies';

export function PolicyScreen() {
  return <Editor part="limits" />;
}

export function ChecklistScreen() {
  return <Editor part="checklist" />;
}

/** The policy in force, to look at and, for those who may, to change: its limits or its checklist. */
function Editor({ part }: { readonly part: 'limits' | 'checklist' }) {
  const { t } = useWords();
  const { data, error, load } = useHub(URL, policyHistory);
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <main className={shared.main}>
      <div>
        <h1>{t(part === 'limits' ? 'policy.title' : 'policy.checklist.title')}</h1>
        <p>{t(part === 'limits' ? 'policy.hint' : 'policy.checklist.hint')}</p>
      </div>
      {error && <ErrorAdvice error={error} onRetry={() => void load()} />}
      {saved !== null && <p role="status">{t('policy.saved', { version: saved })}</p>}
      {!data && !error && <p role="status">{t('common.loading')}</p>}
      {data && (
        <Draft
          key={data.current.version}
          current={data.current}
          part={part}
          onSaved={(version) => {
            setSaved(version);
            void load();
          }}
        />
      )}
      {data && <Versions versions={data.versions} />}
    </main>
  );
}

function Draft(props: {
  readonly current: Policy;
  readonly part: 'limits' | 'checklist';
  readonly onSaved: (version: string) => void;
}) {
  const { current, part, onSaved } = props;
  const words = useWords();
  const { t } = words;
  const role = useConsole((state) => state.session?.role);
  const [draft, setDraft] = useState(current);
  const changes = role !== undefined && may(role, 'policy');
  return (
    <>
      <p>
        <strong>{t('policy.inForce', { version: versionText(words, current.version) })}</strong>
        {!changes && <span className={admin.soft}> · {t('policy.readOnly')}</span>}
      </p>
      <fieldset disabled={!changes} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        {part === 'limits' ? (
          <LimitsEditor current={current} draft={draft} onChange={setDraft} />
        ) : (
          <ChecklistEditor draft={draft} onChange={setDraft} />
        )}
      </fieldset>
      {changes && <SavePanel current={current} draft={draft} onUndo={() => setDraft(current)} onSaved={onSaved} />}
    </>
  );
}
