import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Ref } from 'react';
import { formatNumber } from '../../../shared/strings/format.ts';
import { WALL_SORTS, type WallSort } from '../../../shared/wall/arrange.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import type { WallView } from './use-tiles.ts';
import classes from './wall.module.css';

/** Searching, ordering, grouping; and how many points that leaves. */
export function Tools(props: {
  readonly view: WallView;
  readonly onChange: (part: Partial<WallView>) => void;
  readonly shown: number;
  readonly total: number;
  readonly searchRef: Ref<HTMLInputElement>;
  /** Leads on to the first of the points that are shown. */
  readonly onLeave: () => void;
}) {
  const { view, onChange, shown, total, searchRef, onLeave } = props;
  const { t, locale } = useWords();
  return (
    <div className={classes.tools}>
      <TextInput
        ref={searchRef}
        className={classes.search}
        aria-label={t('wall.search')}
        placeholder={t('wall.search')}
        leftSection={<Icon name="search" size={18} />}
        value={view.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => {
          // What a person types in a language of signs is not finished by its Enter.
          if (event.nativeEvent.isComposing || !['Escape', 'Enter', 'ArrowDown'].includes(event.key)) return;
          event.preventDefault();
          if (event.key !== 'Escape') onLeave();
          else if (view.query === '') event.currentTarget.blur();
          else onChange({ query: '' });
        }}
      />
      <NativeSelect
        aria-label={t('wall.sort')}
        value={view.sort}
        data={WALL_SORTS.map((sort) => ({ value: sort, label: t(`wall.sorts.${sort}`) }))}
        onChange={(event) => onChange({ sort: event.currentTarget.value as WallSort })}
      />
      <Checkbox
        label={t('wall.cluster')}
        checked={view.byCluster}
        onChange={(event) => onChange({ byCluster: event.currentTarget.checked })}
      />
      <span className={classes.shown} role="status">
        {/* Another one for each answer: the browser then tells when it was painted. */}
        <span key={Object.values(view).join(' ')} className={classes.answer} {...{ elementtiming: 'wall' }}>
          {t('wall.shown', { shown: formatNumber(locale, shown), total: formatNumber(locale, total) })}
        </span>
      </span>
      <span className={classes.hint}>{t('wall.searchHint')}</span>
    </div>
  );
}
