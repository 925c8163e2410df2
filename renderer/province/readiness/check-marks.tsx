import { Tooltip, UnstyledButton } from '@mantine/core';
import { CHECK_IDS } from '../../../shared/checks/check-id.ts';
import type { ReadinessRow } from '../../../shared/protocol/console.ts';
import { checkFigures } from '../../../shared/strings/check-figures.ts';
import { checkName, checkText, furtherTexts } from '../../../shared/strings/check-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { VERDICT_LOOK } from '../../ui/tone.ts';
import { useWords, type Words } from '../../ui/words.tsx';
import classes from './readiness.module.css';

type Checks = ReadinessRow['checks'];

/** All checks of a point at a glance; in words on hover, on focus and to a screen reader. One stop of the Tab key a row. */
export function CheckMarks({ checks, unknown }: { readonly checks: Checks; readonly unknown: boolean }) {
  const words = useWords();
  const lines = inWords(checks, unknown, words);
  return (
    <Tooltip
      events={{ hover: true, focus: true, touch: true }}
      multiline
      w={440}
      label={lines.map((line) => (
        <span key={line} className={classes.line}>
          {line}
        </span>
      ))}
    >
      <UnstyledButton className={classes.marks} aria-label={lines.join(' ')}>
        {CHECK_IDS.map((id) => {
          const look = VERDICT_LOOK[checks[id]?.verdict ?? 'not-run'];
          return (
            <span key={id} className={classes.mark} data-tone={look.tone}>
              <Icon name={look.icon} size={15} />
            </span>
          );
        })}
      </UnstyledButton>
    </Tooltip>
  );
}

function inWords(checks: Checks, unknown: boolean, words: Words): string[] {
  return CHECK_IDS.map((id) => {
    const standing = checks[id];
    const missing = unknown ? 'verdicts.readiness.no-data' : 'verdicts.check.not-run';
    const verdict = words.t(standing ? `verdicts.check.${standing.verdict}` : missing);
    const mark = words.t('province.table.mark', { name: checkName(words, id), verdict });
    const plain = !standing || standing.verdict === 'pass';
    const { also, drift } = furtherTexts(words, id, standing ?? {});
    const says = plain ? [] : [checkText(words, id, standing.reason, standing.values).says];
    const figures = standing ? [checkFigures(words, id, standing.values)] : [];
    return [`${mark}.`, ...says, ...also, ...drift, ...figures].filter((text) => text !== '').join(' ');
  });
}
