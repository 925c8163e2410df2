import { Button } from '@mantine/core';
import type { PointDevice } from '../../../shared/protocol/points.ts';
import { formatDateTime } from '../../../shared/strings/format.ts';
import { useWords } from '../../ui/words.tsx';
import admin from '../admin/admin.module.css';
import table from '../table.module.css';

/** Every machine the point ever had: each is a chain of its own, and those that ended stay in sight. */
export function DeviceTable(props: {
  readonly devices: readonly PointDevice[];
  readonly onRevoke: (device: PointDevice) => void;
}) {
  const { t } = useWords();
  if (props.devices.length === 0) return <p role="status">{t('admin.devices.none')}</p>;
  return (
    <div className={admin.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('admin.devices.name')}</th>
            <th scope="col">{t('admin.devices.enrolled')}</th>
            <th scope="col">{t('admin.devices.version')}</th>
            <th scope="col">{t('admin.devices.entries')}</th>
            <th scope="col">{t('admin.devices.state')}</th>
            <th scope="col">{t('admin.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {props.devices.map((device) => (
            <tr key={device.id}>
              <th scope="row">
                {device.name || t('admin.devices.unnamed')}
                <span className={table.code}>{device.id.slice(0, 12)}…</span>
              </th>
              <td>{formatDateTime(device.enrolledAt)}</td>
              <td>{device.appVersion}</td>
              <td>{device.entries}</td>
              <td className={admin.detail}>
                {device.revokedAt === null
                  ? t('admin.devices.serving')
                  : `${t('admin.devices.revokedAt', { when: formatDateTime(device.revokedAt) })} ${device.revokedReason ?? ''}`}
              </td>
              <td>
                {device.revokedAt === null && (
                  <Button variant="default" size="compact-sm" onClick={() => props.onRevoke(device)}>
                    {t('admin.devices.revokeOrReplace')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
