import { linkMeasurement, type PlatformTarget } from '../../../shared/checks/link/measurement.ts';
import { rounded } from '../../../shared/checks/rounded.ts';
import { useWords } from '../../ui/words.tsx';
import details from '../card-details.module.css';
import type { StandingProps } from '../card-parts.ts';
import classes from './link.module.css';
import { type PathLine, pathLines } from './path-lines.ts';
import { type WayRow, wayRows } from './way-rows.ts';

/** Both directions side by side, and the servers of the meeting platform. The rest are the card's common lines. */
export function LinkDetails({ measurement }: StandingProps) {
  const { t } = useWords();
  const parsed = linkMeasurement.safeParse(measurement);
  if (!parsed.success) return null;
  const { data } = parsed;
  return (
    <>
      {data.reached && <Ways rows={wayRows(data, t)} />}
      <Path lines={pathLines(data, t)} />
      <Platform targets={data.platform ?? []} />
    </>
  );
}

function Ways({ rows }: { readonly rows: readonly WayRow[] }) {
  const { t } = useWords();
  return (
    <table className={classes.ways}>
      <caption>{t('line.ways.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('line.ways.what')}</th>
          <th scope="col">{t('line.ways.up')}</th>
          <th scope="col">{t('line.ways.down')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, up, down }) => (
          <tr key={label} data-words={isWords(label) || undefined}>
            <th scope="row">{t(`line.ways.${label}`)}</th>
            <td>{up ?? t('line.ways.none')}</td>
            <td>{down ?? t('line.ways.none')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isWords(label: WayRow['label']): boolean {
  return label === 'limitedBy' || label === 'steadiness';
}

function Path({ lines }: { readonly lines: readonly PathLine[] }) {
  const { t } = useWords();
  return (
    <dl className={details.lines}>
      {lines.map(({ label, text }) => (
        <div key={label}>
          <dt>{t(`line.path.${label}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Platform({ targets }: { readonly targets: readonly PlatformTarget[] }) {
  const { t } = useWords();
  if (targets.length === 0) return null;
  return (
    <>
      <h4>{t('line.platform.title')}</h4>
      <ul className={classes.platform}>
        {targets.map(({ name, host, port, reached, ms, cause }) => (
          <li key={`${host}:${port}`}>
            {reached
              ? t('line.platform.reached', { name, host, port, ms: rounded(ms ?? 0, 0) })
              : t('line.platform.silent', { name, host, port, cause: cause ?? '' })}
          </li>
        ))}
      </ul>
    </>
  );
}
