import { useState } from 'react';
import { policyChanges } from '../../../shared/policy/changes.ts';
import { POLICY_FIELDS, type PolicyField, valueAt, withValue } from '../../../shared/policy/fields.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { groupText } from '../../../shared/strings/policy-text.ts';
import box from '../../ui/box.module.css';
import { useWords } from '../../ui/words.tsx';
import { LimitField } from './limit-field.tsx';
import classes from './policy.module.css';

const GROUPS = [...new Set(POLICY_FIELDS.map(({ group }) => group))];

/** Every limit of the schema, one section at a time. */
export function LimitsEditor(props: {
  readonly current: Policy;
  readonly draft: Policy;
  readonly onChange: (draft: Policy) => void;
}) {
  const { current, draft, onChange } = props;
  const words = useWords();
  const [group, setGroup] = useState(GROUPS[0] ?? '');
  const changed = new Set(policyChanges(current, draft).map(({ path }) => path));
  const changedIn = (name: string) =>
    POLICY_FIELDS.filter((field) => field.group === name && changed.has(field.path.join('.'))).length;
  const fields = POLICY_FIELDS.filter((field) => field.group === group);
  return (
    <div className={classes.editor}>
      <nav className={classes.groups} aria-label={words.t('policy.groupsLabel')}>
        {GROUPS.map((name) => (
          <button key={name} type="button" aria-pressed={name === group} onClick={() => setGroup(name)}>
            {groupText(words, name)}
            {changedIn(name) > 0 && <strong> {words.t('policy.changed', { count: changedIn(name) })}</strong>}
          </button>
        ))}
      </nav>
      <section className={`${box.panel} ${classes.fields}`} aria-label={groupText(words, group)}>
        {blocksOf(fields).map(([heading, block]) => (
          <div key={heading} className={classes.block}>
            {heading !== '' && (
              <h2>
                {heading
                  .split('.')
                  .map((part) => groupText(words, part))
                  .join(' › ')}
              </h2>
            )}
            <div className={classes.grid}>
              {block.map((field) => (
                <LimitField
                  key={field.path.join('.')}
                  field={field}
                  before={valueAt(current, field.path)}
                  value={valueAt(draft, field.path)}
                  onChange={(value) => onChange(withValue(draft, field.path, value))}
                />
              ))}
            </div>
          </div>
        ))}
      </section>
    </div>
  );
}

function blocksOf(fields: readonly PolicyField[]): readonly (readonly [string, readonly PolicyField[]])[] {
  const blocks = new Map<string, PolicyField[]>();
  for (const field of fields) {
    const heading = field.under.join('.');
    blocks.set(heading, [...(blocks.get(heading) ?? []), field]);
  }
  return [...blocks];
}
