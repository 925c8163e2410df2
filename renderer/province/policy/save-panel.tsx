import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { policyChanges } from '../../../shared/policy/changes.ts';
import { contradictions } from '../../../shared/policy/contradictions.ts';
import { type Policy, policy } from '../../../shared/policy/policy.ts';
import { type PolicyPreview, policyPreview, policySaved } from '../../../shared/protocol/policies.ts';
import { pathText } from '../../../shared/strings/policy-text.ts';
import { ErrorAdvice } from '../../ui/advice.tsx';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import { useSend } from '../admin/use-hub.ts';
import { posted } from '../hub-call.ts';
import classes from './policy.module.css';
import { PreviewResult } from './preview-result.tsx';

const URL = '/api/console/policies';
/** Judging a whole meeting again takes its time where the country's points are in it. */
const PREVIEW_MS = 60_000;

/** What was changed, what that would do, and the means to put it in force. */
export function SavePanel(props: {
  readonly current: Policy;
  readonly draft: Policy;
  readonly onUndo: () => void;
  readonly onSaved: (version: string) => void;
}) {
  const { current, draft, onUndo, onSaved } = props;
  const words = useWords();
  const { t } = words;
  const { busy, error, send } = useSend();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState<{ readonly of: Policy; readonly result: PolicyPreview } | null>(null);
  const changes = policyChanges(current, draft).length;
  const read = policy.safeParse(draft);
  const bad = read.success ? undefined : read.error.issues[0]?.path.join('.');
  const [contradicting] = read.success ? contradictions(read.data) : [];
  const blocked = changes === 0 || bad !== undefined || contradicting !== undefined;
  async function preview(): Promise<void> {
    const answer = await send(`${URL}/preview`, posted({ policy: draft }), policyPreview, PREVIEW_MS);
    setShown(answer.ok ? { of: draft, result: answer.value } : null);
  }
  async function save(): Promise<void> {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await send(URL, posted({ policy: draft, basedOn: current.version, reason }), policySaved);
    if (answer.ok) onSaved(answer.value.version);
  }
  return (
    <section className={classes.save} aria-label={t('policy.save')}>
      {error && <ErrorAdvice error={error.code === 'policy-contradiction' ? named(words, error) : error} />}
      {bad !== undefined && <p role="alert">{t('policy.bad', { field: pathText(words, bad) })}</p>}
      {contradicting !== undefined && (
        <p role="alert">{t('policy.contradiction', { field: pathText(words, contradicting) })}</p>
      )}
      {shown?.of === draft && <PreviewResult preview={shown.result} />}
      <div className={admin.row}>
        <span role="status" style={{ alignSelf: 'center' }}>
          {changes === 0 ? t('policy.unchanged') : t('policy.changed', { count: changes })}
        </span>
        <TextInput
          style={{ flex: '1 1 260px' }}
          label={t('policy.reason')}
          maxLength={500}
          value={reason}
          error={tried && reason.trim() === '' ? t('policy.reasonMissing') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" disabled={changes === 0} onClick={onUndo}>
          {t('policy.undo')}
        </Button>
        <Button variant="default" disabled={blocked} loading={busy} onClick={() => void preview()}>
          {t('policy.preview')}
        </Button>
        <Button disabled={blocked} loading={busy} onClick={() => void save()}>
          {t('policy.save')}
        </Button>
      </div>
    </section>
  );
}

/** The hub names a limit by its path; people read its name. */
function named(words: ReturnType<typeof useWords>, error: NonNullable<ReturnType<typeof useSend>['error']>) {
  return { ...error, values: { field: pathText(words, String(error.values.field)) } };
}
