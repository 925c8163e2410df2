import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RequiredComposition } from '../../../shared/meeting/meeting.ts';
import type { PointList } from '../../../shared/protocol/console.ts';
import { matchesSearch } from '../../../shared/strings/fold.ts';
import { useWords } from '../../ui/words.tsx';
import classes from './schedule.module.css';
import { countOf, kindName, kindsOf, type Whom } from './whom.ts';

interface Props {
  readonly points: PointList['points'];
  readonly whom: Whom;
  readonly missing: boolean;
  readonly onChange: (whom: Whom) => void;
}

/** Whom a new meeting invites, and what is required of a kind of points otherwise. */
export function WhomFields({ points, whom, missing, onChange }: Props) {
  const { t } = useWords();
  const kinds = kindsOf(points);
  const ofKinds = kinds.map((kind) => ({
    value: `kind:${kind}`,
    label: t('invited.ofKind', { kind: kindName(t, kind), count: countOf(points, kind) }),
  }));
  const compositions = [
    { value: '', label: t('invited.asMeeting') },
    ...(['head', 'representative'] as const).map((value) => ({
      value,
      label: t(`province.schedule.compositions.${value}`),
    })),
  ];
  return (
    <div className={classes.fields}>
      <NativeSelect
        className={classes.wide ?? ''}
        label={t('invited.whom')}
        value={whom.choice}
        data={[
          { value: 'all', label: t('invited.all', { count: points.length }) },
          ...ofKinds,
          { value: 'some', label: t('invited.some') },
        ]}
        error={missing ? t(points.length === 0 ? 'invited.noPoints' : 'invited.noneChosen') : null}
        onChange={(event) => onChange({ ...whom, choice: event.currentTarget.value })}
      />
      {whom.choice === 'some' && <ChosenPoints points={points} whom={whom} onChange={onChange} />}
      {kinds.map((kind) => (
        <NativeSelect
          key={kind}
          label={t('invited.compositionOf', { kind: kindName(t, kind) })}
          value={whom.kinds[kind] ?? ''}
          data={compositions}
          onChange={(event) => onChange({ ...whom, kinds: withKind(whom.kinds, kind, event.currentTarget.value) })}
        />
      ))}
    </div>
  );
}

function withKind(kinds: Whom['kinds'], kind: string, value: string): Whom['kinds'] {
  const { [kind]: _, ...others } = kinds;
  return value === '' ? others : { ...others, [kind]: value as RequiredComposition };
}

function ChosenPoints({ points, whom, onChange }: Omit<Props, 'missing'>) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const chosen = new Set(whom.chosen);
  const toggle = (code: string, on: boolean) =>
    onChange({ ...whom, chosen: on ? [...whom.chosen, code] : whom.chosen.filter((one) => one !== code) });
  return (
    <fieldset className={classes.chosen}>
      <legend>{t('invited.chosen', { count: chosen.size })}</legend>
      <TextInput
        aria-label={t('invited.search')}
        placeholder={t('invited.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <div className={classes.points}>
        {points
          .filter(({ code, name }) => matchesSearch(`${name} ${code}`, query))
          .map(({ code, name }) => (
            <Checkbox
              key={code}
              label={`${name} (${code})`}
              checked={chosen.has(code)}
              onChange={(event) => toggle(code, event.currentTarget.checked)}
            />
          ))}
      </div>
    </fieldset>
  );
}
