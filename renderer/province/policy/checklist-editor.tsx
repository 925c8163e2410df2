import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import type { ManualItem } from '../../../shared/policy/manual-item.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { Icon } from '../../ui/icons.tsx';
import { useWords } from '../../ui/words.tsx';
import classes from './policy.module.css';

const MOST = 60;

/** The manual checklist: its items, their order, their words in both languages. */
export function ChecklistEditor(props: { readonly draft: Policy; readonly onChange: (draft: Policy) => void }) {
  const { draft, onChange } = props;
  const { t, locale } = useWords();
  const items = draft.checklist;
  const put = (checklist: ManualItem[]) => onChange({ ...draft, checklist });
  const change = (at: number, part: Partial<ManualItem>) =>
    put(items.map((item, index) => (index === at ? { ...item, ...part } : item)));
  const move = (at: number, by: 1 | -1) => {
    const moved = [...items];
    const [item] = moved.splice(at, 1);
    if (item) moved.splice(at + by, 0, item);
    put(moved);
  };
  return (
    <>
      <ol className={classes.items}>
        {items.map((item, at) => {
          const name = item[locale] || t('policy.checklist.nth', { n: at + 1 });
          return (
            <li key={item.id} className={classes.item}>
              <TextInput
                label={`${at + 1}. ${t('policy.checklist.vi')}`}
                maxLength={300}
                value={item.vi}
                error={item.vi.trim() === ''}
                onChange={(event) => change(at, { vi: event.currentTarget.value })}
              />
              <TextInput
                label={`${at + 1}. ${t('policy.checklist.en')}`}
                maxLength={300}
                value={item.en}
                error={item.en.trim() === ''}
                onChange={(event) => change(at, { en: event.currentTarget.value })}
              />
              <Checkbox
                label={t('policy.checklist.required')}
                checked={item.required}
                onChange={(event) => change(at, { required: event.currentTarget.checked })}
              />
              <span className={classes.moves}>
                <ActionIcon
                  variant="default"
                  size="lg"
                  disabled={at === 0}
                  aria-label={t('policy.checklist.up', { item: name })}
                  onClick={() => move(at, -1)}
                >
                  ↑
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="lg"
                  disabled={at === items.length - 1}
                  aria-label={t('policy.checklist.down', { item: name })}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('policy.checklist.remove', { item: name })}
                  onClick={() => put(items.filter((_, index) => index !== at))}
                >
                  <Icon name="fail" size={16} />
                </ActionIcon>
              </span>
            </li>
          );
        })}
      </ol>
      <Button
        mt="sm"
        variant="default"
        disabled={items.length >= MOST}
        onClick={() => put([...items, { id: newId(items), required: false, vi: '', en: '' }])}
      >
        {t('policy.checklist.add')}
      </Button>
    </>
  );
}

/** Answers are kept by an item's id, so one that was removed must not give its id to another: the time makes it new. */
function newId(items: readonly ManualItem[]): string {
  return `item-${Date.now().toString(36)}-${items.length}`;
}
