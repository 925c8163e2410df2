import { Checkbox, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { PolicyField } from '../../../shared/policy/fields.ts';
import { fieldText, valueText } from '../../../shared/strings/policy-text.ts';
import { useWords } from '../../ui/words.tsx';

/** One limit, with what is in force when it was changed, its unit and its bounds. */
export function LimitField(props: {
  readonly field: PolicyField;
  readonly before: unknown;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { field, before, value, onChange } = props;
  const words = useWords();
  const { t } = words;
  const label = fieldText(words, field);
  const changed = JSON.stringify(before) !== JSON.stringify(value);
  const was = changed ? t('policy.was', { value: valueText(words, before) }) : '';
  switch (field.kind) {
    case 'boolean':
      return (
        <Checkbox
          label={label}
          description={was}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          label={label}
          description={was}
          value={String(value)}
          data={field.choices.map((one) => ({ value: one, label: words.raw(`policy.pinSetups.${one}`) ?? one }))}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'texts':
    case 'numbers':
      return <ListField label={label} was={was} value={value} numbers={field.kind === 'numbers'} onChange={onChange} />;
    case 'number':
    case 'integer':
      return (
        <NumberInput
          label={label}
          description={[rangeText(field, t), was].filter((text) => text !== '').join(' · ')}
          value={typeof value === 'number' ? value : ''}
          {...(field.min !== null && { min: field.min })}
          {...(field.max !== null && { max: field.max })}
          allowDecimal={field.kind === 'number'}
          decimalSeparator={words.locale === 'vi' ? ',' : '.'}
          clampBehavior="blur"
          hideControls
          onChange={(next) => onChange(typeof next === 'number' ? next : before)}
        />
      );
  }
}

function rangeText({ unit, min, max }: PolicyField, t: ReturnType<typeof useWords>['t']): string {
  // A unit such as 0–255 is the range itself.
  const range = max !== null && min !== null && unit !== `${min}–${max}` ? t('policy.range', { min, max }) : '';
  return [unit === null ? '' : t(`policy.units.${unit}` as 'policy.units.px'), range]
    .filter((text) => text !== '')
    .join(', ');
}

/** A list, one item a line; what is typed stays as it is while it is typed. */
function ListField(props: {
  readonly label: string;
  readonly was: string;
  readonly value: unknown;
  readonly numbers: boolean;
  readonly onChange: (value: unknown) => void;
}) {
  const { label, was, value, numbers, onChange } = props;
  const [text, setText] = useState(Array.isArray(value) ? value.join('\n') : '');
  const read = (next: string) => {
    const lines = next
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return numbers ? lines.map(Number) : lines;
  };
  return (
    <Textarea
      label={label}
      description={was}
      autosize
      minRows={3}
      maxRows={8}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
