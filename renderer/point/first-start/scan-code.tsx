import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { OpenError } from '../../../shared/checks/open-error.ts';
import { parseEnrolmentCode } from '../../../shared/protocol/enrolment-code-text.ts';
import { openStream, windowMedia } from '../../checks/media/open.ts';
import { stopStream } from '../../checks/media/releases.ts';
import { LiveVideo } from '../../ui/video.tsx';
import { useWords } from '../../ui/words.tsx';
import { usePoint } from '../context.tsx';
import classes from './first-start.module.css';
import { readCodes } from './read-codes.ts';

type Seen = 'looking' | 'other-code' | OpenError;

/** The sheet's QR code shown to the camera. The picture stays in this window and is kept nowhere. */
export default function ScanCode(props: { readonly onFound: (text: string) => void; readonly onCancel: () => void }) {
  const { t } = useWords();
  const { onFound, onCancel } = props;
  const camera = usePoint((state) => state.chosen.camera?.id);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [seen, setSeen] = useState<Seen>('looking');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const abort = new AbortController();
    let opened: MediaStream | null = null;
    const constraints = { video: { width: { ideal: 1280 }, ...(camera ? { deviceId: camera } : {}) } };
    openStream(() => windowMedia.getUserMedia(constraints), abort.signal).then(
      (answer) => {
        if (!answer.ok) return setSeen(answer.error.error);
        opened = answer.value;
        setStream(opened);
      },
      () => undefined,
    );
    return () => {
      abort.abort();
      if (opened) stopStream(opened);
    };
  }, [camera]);
  useEffect(() => {
    if (!stream || !video.current) return;
    return readCodes(video.current, (text) => {
      if (parseEnrolmentCode(text)) onFound(text);
      else setSeen('other-code');
    });
  }, [stream, onFound]);
  return (
    <div className={classes.scan}>
      {stream && <LiveVideo stream={stream} label={t('firstStart.scan.picture')} element={video} />}
      <p role="status">
        {seen === 'looking' || seen === 'other-code' ? t(`firstStart.scan.${seen}`) : t('firstStart.scan.no-camera')}
      </p>
      <Button variant="default" onClick={onCancel}>
        {t('firstStart.scan.cancel')}
      </Button>
    </div>
  );
}
